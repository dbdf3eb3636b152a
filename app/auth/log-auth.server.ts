import { pino } from "pino";
import { env } from "~/env.server";

const log = pino({ name: "auth", level: env().LOG_LEVEL });

/** better-auth's own log lines, without their extra values: those can hold an address. */
export function logAuth(level: "error" | "warn" | "info" | "debug", message: string): void {
  log[level](message);
}
