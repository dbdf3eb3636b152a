import { createHmac } from "node:crypto";
import { Prisma, type PrismaClient } from "~/db/generated/client";
import { allowedFailures, lockSeconds } from "./session-policy";

/** What is stored of the address that was tried: never the address. */
function addressHash(email: string, secret: string): string {
  return createHmac("sha256", secret).update(`sign-in:${email.trim().toLowerCase()}`).digest("hex");
}

type Attempt = { email: string; secret: string; now: Date };

/**
 * Counts an attempt before it is made, in one statement, so that parallel guesses cannot slip through.
 * True when it may go on; false while the account waits (15 minutes from the fifth failure). Addresses
 * without an account are counted just the same, so a lock says nothing about who has one.
 */
export async function countSignInAttempt(prisma: PrismaClient, attempt: Attempt): Promise<boolean> {
  const now = attempt.now;
  const windowStart = new Date(now.getTime() - lockSeconds * 1000);
  const lockUntil = new Date(now.getTime() + lockSeconds * 1000);
  const over = Prisma.sql`coalesce(f.locked_until <= ${now}, f.first_at <= ${windowStart})`;
  const rows = await prisma.$queryRaw<{ failures: number }[]>`
    insert into sign_in_failure as f (email_hash, failures, first_at)
    values (${addressHash(attempt.email, attempt.secret)}, 1, ${now})
    on conflict (email_hash) do update set
      failures = case when ${over} then 1 else least(f.failures + 1, ${allowedFailures + 1}) end,
      first_at = case when ${over} then ${now} else f.first_at end,
      locked_until = case
        when ${over} then null
        when f.locked_until is not null then f.locked_until
        when f.failures + 1 >= ${allowedFailures} then ${lockUntil}
      end
    returning failures`;
  return (rows[0]?.failures ?? 1) <= allowedFailures;
}

/** Forgets the count after the right password. */
export async function clearSignInAttempts(
  prisma: PrismaClient,
  email: string,
  secret: string,
): Promise<void> {
  await prisma.signInFailure.deleteMany({ where: { emailHash: addressHash(email, secret) } });
}
