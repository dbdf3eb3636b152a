import type { Role } from "~/domain/kernel/actor";
import { systemClock } from "~/domain/kernel/clock";
import type { Tx } from "~/domain/kernel/context";
import { newId } from "~/domain/kernel/ids";
import { authSettings, refuseUnlessDemo } from "./auth-settings.server";
import { hashPassword } from "./hash-password.server";
import { writeTwoStep } from "./write-two-step.server";

export type DemoPerson = {
  /** Fixed ids make a told story; without them new ones are made. */
  id?: string;
  name: string;
  email: string;
  password: string;
  /** 32 letters or digits, as they stand (not base32). Null: the second step is yet to be set up. */
  totpSecret: string | null;
  locale?: "en" | "es";
  memberships: {
    id?: string;
    jurisdictionId: string;
    role: Role;
    organizationId?: string | null;
    teamName?: string | null;
  }[];
};

/**
 * Makes a person with a known password and a known second step, for seeds and tests: idempotent by address.
 * Throws unless the portal runs on its own embedded database. Answers user and membership ids.
 */
export async function createDemoPerson(
  tx: Tx,
  person: DemoPerson,
): Promise<{ userId: string; membershipIds: string[] }> {
  refuseUnlessDemo();
  const now = systemClock.now();
  const known = await tx.user.findUnique({ where: { email: person.email }, select: { id: true } });
  const userId = known?.id ?? person.id ?? newId(now);
  if (!known) {
    const { name, email, locale = "en" } = person;
    const twoFactorEnabled = person.totpSecret !== null;
    await tx.user.createMany({
      data: [{ id: userId, name, email, locale, twoFactorEnabled, emailVerified: true, updatedAt: now }],
    });
    const password = await hashPassword(person.password);
    await tx.account.createMany({
      data: [{ userId, accountId: userId, providerId: "credential", password, updatedAt: now }],
    });
    if (person.totpSecret) {
      const { totpSecret } = person;
      await writeTwoStep(tx, { userId, totpSecret, verified: true, secret: authSettings().secret });
    }
  }
  const membershipIds: string[] = [];
  for (const place of person.memberships) membershipIds.push(await seat(tx, userId, place, now));
  return { userId, membershipIds };
}

async function seat(
  tx: Tx,
  userId: string,
  place: DemoPerson["memberships"][number],
  now: Date,
): Promise<string> {
  const { jurisdictionId, role, organizationId = null, teamName = null } = place;
  const had = await tx.membership.findFirst({ where: { userId, jurisdictionId, role, organizationId } });
  if (had) return had.id;
  const id = place.id ?? newId(now);
  await tx.membership.createMany({
    data: [{ id, userId, jurisdictionId, role, organizationId, teamName, createdAt: now }],
  });
  return id;
}
