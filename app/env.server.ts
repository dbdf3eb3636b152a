import { availableParallelism } from "node:os";
import { z } from "zod";

const flag = z
  .enum(["0", "1"])
  .optional()
  .transform((value) => value === "1");

/** Stands as sender while mails are kept. */
const nobody = "no-reply@upstream.invalid";

const databaseUrl = z.url({ protocol: /^postgres(ql)?$/ }).optional();

/** Roles of the agency itself: nobody gets a provider's or the platform's by a group. */
const groupRole =
  /^.+=(hotline_screener|intake_supervisor|community_navigator|program_manager|evaluator|jurisdiction_admin|auditor|link_reviewer)(@[\w-]+)?$/;

/** Parts of an address of a mail server that can be read; a user comes with a password. */
function isSmtpUrl(words: string): boolean {
  try {
    const { protocol, hostname, username, password, pathname, search, hash } = new URL(words);
    const more = `${pathname.replace(/^\/$/, "")}${search}${hash}`;
    decodeURIComponent(username + password);
    return /^smtps?:$/.test(protocol) && hostname !== "" && more === "" && !username === !password;
  } catch {
    return false;
  }
}

const settings = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default("0.0.0.0"),
  /** Processes that draw pages; one a core, at most four, when not said. */
  WEB_PROCESSES: z.coerce.number().int().min(1).max(64).default(Math.min(4, availableParallelism())),
  /** PostgreSQL 15 or later. Empty: the portal starts its own. */
  DATABASE_URL: databaseUrl,
  /** Logins of pages and of jobs on that database, where the owner may not make them; both or neither. */
  WEB_DATABASE_URL: databaseUrl,
  WORKER_DATABASE_URL: databaseUrl,
  /** Where the embedded server, mail files and extracts are kept. */
  DATA_FOLDER: z.string().min(1).default("data"),
  /** Where the agency lays extracts of its records (docs/operations.md); a folder a jurisdiction in it where there are several. */
  RECORDS_FOLDER: z.string().min(1).optional(),
  /** The Chromium that prints reports; an installed one is found without. */
  UPSTREAM_BROWSER: z.string().min(1).optional(),
  /** What people type, e.g. https://referrals.example.gov; needed behind a proxy. */
  PUBLIC_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  /** Proxies in front, for the address of who asks. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  /** Signs sessions; at least 32 characters. `npm start` makes one in the data folder. */
  SESSION_SECRET: z.string().min(32).optional(),
  /** The agency's own sign-in, an OpenID provider: the first four or none. */
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine((url) => /^https:|^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(`${url}/`), "https alone")
    .optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** Whose addresses it speaks for: county.example.gov */
  OIDC_DOMAIN: z
    .string()
    .regex(/^[\w-]+(\.[\w-]+)+$/, "a domain like county.example.gov")
    .optional(),
  /** group=role,group=role@county: who of the agency gets which of its roles without an invitation. */
  OIDC_GROUP_ROLES: z
    .string()
    .refine(
      (words) => words.split(",").every((pair) => groupRole.test(pair.trim())),
      "group=role or group=role@county, with a role of the agency",
    )
    .optional(),
  /** Changes a minute from one address (a tenth of it for signing in); 0 is no limit. */
  CHANGES_PER_MINUTE: z.coerce.number().int().min(0).default(1_000),
  /** Whoever reads /metrics says it as a bearer token; without it there is no such address. */
  METRICS_TOKEN: z.string().min(24).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  SENDGRID_API_KEY: z.string().min(1).optional(),
  SENDGRID_BASE_URL: z.url().optional(),
  SENDGRID_WEBHOOK_KEY: z.string().min(1).optional(),
  /** Instead of SendGrid; TLS always, except to this machine. */
  SMTP_URL: z
    .string()
    .refine(
      isSmtpUrl,
      "smtp://user:password@host:587 or smtps://user:password@host:465; write @ : / % # ? in them as %40 %3A %2F %25 %23 %3F",
    )
    .optional(),
  /** Who writes; needed with SMTP_URL. */
  MAIL_FROM: z.email().default(nobody),
  /** Set by the supervisor on the portal's own database: the told story and its passwords may exist. */
  UPSTREAM_DEMO: flag,
});

const agency = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_DOMAIN"] as const;

type Given = z.infer<typeof settings>;

const togetherFaults = (given: Given): [name: keyof Given, message: string][] => {
  const missing = agency.filter((name) => !given[name]);
  const faults: [keyof Given, string][] =
    missing.length === agency.length
      ? []
      : missing.map((name) => [name, "needed with the other OIDC settings"]);
  if (given.SMTP_URL && given.SENDGRID_API_KEY)
    faults.push(["SMTP_URL", "mail leaves by one way: set SMTP_URL or SENDGRID_API_KEY, not both"]);
  if (given.SMTP_URL && given.MAIL_FROM === nobody)
    faults.push(["MAIL_FROM", "needed with SMTP_URL: the address that the mails come from"]);
  return faults;
};

const schema = settings.superRefine((given, issues) => {
  for (const [name, message] of togetherFaults(given))
    issues.addIssue({ code: "custom", path: [name], message });
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
