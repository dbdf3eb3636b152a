import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";
import { Prisma, type PrismaClient } from "~/db/generated/client";
import { knownDevice } from "./known-devices";
import { allowedFailures, allowedFailuresInAll, lockSeconds } from "./session-policy";

export interface Attempt {
  email: string;
  /** The request's headers: from where it comes, and from which device. */
  headers: Headers | undefined;
  secret: string;
  now: Date;
}

/** What an attempt is counted under: never an address. */
interface Counters {
  /** Of this device, or of this connection. */
  own: string;
  /** Of the account, whoever tries; null for a device that the person has signed in from. */
  account: string | null;
}

/** An IPv6 connection commands its whole /64. */
function sourceOf(headers: Headers | undefined): string {
  const ip = headers?.get("x-client-ip") ?? "";
  if (!isIPv6(ip) || ip.includes(".")) return ip;
  const [head = "", tail] = ip.split("::");
  const [left, right] = [head, tail ?? ""].map((part) => part.split(":").filter(Boolean));
  const zeros = Array<string>(Math.max(0, 8 - (left?.length ?? 0) - (right?.length ?? 0))).fill("0");
  return [...(left ?? []), ...zeros, ...(right ?? [])].slice(0, 4).join(":");
}

function countersOf({ email, headers, secret }: Attempt): Counters {
  const whom = email.trim().toLowerCase();
  const hash = (what: string) => createHmac("sha256", secret).update(`sign-in:${whom}:${what}`).digest("hex");
  const device = knownDevice(headers?.get("cookie") ?? null, whom, secret);
  if (device) return { own: hash(`device:${device}`), account: null };
  return { own: hash(`source:${sourceOf(headers)}`), account: hash("all") };
}

/** Counts one attempt in one statement, so that parallel guesses cannot slip through. True while no more than `allowed`. */
async function count(prisma: PrismaClient, key: string, allowed: number, now: Date): Promise<boolean> {
  const windowStart = new Date(now.getTime() - lockSeconds * 1000);
  const lockUntil = new Date(now.getTime() + lockSeconds * 1000);
  const over = Prisma.sql`coalesce(f.locked_until <= ${now}, f.first_at <= ${windowStart})`;
  const rows = await prisma.$queryRaw<{ failures: number }[]>`
    insert into sign_in_failure as f (email_hash, failures, first_at)
    values (${key}, 1, ${now})
    on conflict (email_hash) do update set
      failures = case when ${over} then 1 else least(f.failures + 1, ${allowed + 1}) end,
      first_at = case when ${over} then ${now} else f.first_at end,
      locked_until = case
        when ${over} then null
        when f.locked_until is not null then f.locked_until
        when f.failures + 1 >= ${allowed} then ${lockUntil}
      end
    returning failures`;
  return (rows[0]?.failures ?? 1) <= allowed;
}

/**
 * Counts an attempt before it is made. True when it may go on; false while it waits (15 minutes): five failures of one
 * connection or one known device lock only these, fifty of an account lock it to devices that were never used for it. So
 * nobody keeps a person out from elsewhere, and many connections together guess no faster than ten. Addresses without an
 * account are counted just the same, so a lock says nothing about who has one.
 */
export async function countSignInAttempt(prisma: PrismaClient, attempt: Attempt): Promise<boolean> {
  const { own, account } = countersOf(attempt);
  // What its own lock refuses is no guess, and does not count against the account.
  if (!(await count(prisma, own, allowedFailures, attempt.now))) return false;
  return account === null || count(prisma, account, allowedFailuresInAll, attempt.now);
}

/** After the right password: forgets this connection's or device's failures, and that this attempt was counted. */
export async function clearSignInAttempts(prisma: PrismaClient, attempt: Attempt): Promise<void> {
  const { own, account } = countersOf(attempt);
  await prisma.signInFailure.deleteMany({ where: { emailHash: own } });
  if (account === null) return;
  const where = { emailHash: account };
  await prisma.signInFailure.updateMany({ where, data: { failures: { decrement: 1 } } });
  await prisma.signInFailure.deleteMany({ where: { ...where, failures: { lte: 0 } } });
}
