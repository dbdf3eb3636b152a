import { availableParallelism } from "node:os";
import { z } from "zod";

const flag = z
  .enum(["0", "1"])
  .optional()
  .transform((value) => value === "1");

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default("0.0.0.0"),
  /** Processes that draw pages; one a core, at most four, when not said. */
  WEB_PROCESSES: z.coerce.number().int().min(1).max(64).default(Math.min(4, availableParallelism())),
  /** PostgreSQL 15 or later. Empty: the portal starts its own. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Where the embedded server, mail files and extracts are kept. */
  DATA_FOLDER: z.string().min(1).default("data"),
  /** What people type, e.g. https://referrals.example.gov; needed behind a proxy. */
  PUBLIC_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  /** Proxies in front, for the address of who asks. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  /** Signs sessions; at least 32 characters. `npm start` makes one in the data folder. */
  SESSION_SECRET: z.string().min(32).optional(),
  /** Changes a minute from one address (a tenth of it for signing in); 0 is no limit. */
  CHANGES_PER_MINUTE: z.coerce.number().int().min(0).default(1_000),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  SENDGRID_API_KEY: z.string().min(1).optional(),
  SENDGRID_BASE_URL: z.url().optional(),
  SENDGRID_WEBHOOK_KEY: z.string().min(1).optional(),
  MAIL_FROM: z.email().default("no-reply@upstream.invalid"),
  /** Set by the supervisor on the portal's own database: the told story and its passwords may exist. */
  UPSTREAM_DEMO: flag,
  /** Shows the outbox of mails in the portal although a mail key is set. */
  SHOW_OUTBOX: flag,
});

export type Env = z.infer<typeof schema>;

let read: Env | undefined;

/** Reads settings from `source`. Throws naming every bad one, never its value. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`Settings that cannot be used:\n  ${faults.join("\n  ")}`);
}

/** This process's settings, read once: the only reader of process.env in app/. */
export function env(): Env {
  read ??= parseEnv(process.env);
  return read;
}
