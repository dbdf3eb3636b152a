import { randomUUID } from "node:crypto";
import { createOTP } from "@better-auth/utils/otp";
import { parseCookie, parseSetCookie, stringifyCookie } from "cookie";
import { type Auth, createAuth } from "../../app/auth/better-auth.server";
import { createDemoPerson, type DemoPerson } from "../../app/auth/create-demo-person.server";
import type { StaffActor } from "../../app/domain/kernel/actor";
import { type Clock, systemClock } from "../../app/domain/kernel/clock";
import type { TestDatabase } from "./database";

export const testSecret = "test-only-secret-of-forty-two-characters!";
process.env.SESSION_SECRET ??= testSecret;
process.env.LOG_LEVEL ??= "silent";

export const demoPassword = "demo-Harbor-2026";
export const demoTotp = "plainlyInventedSecretOf32Letters";
const testOrigin = "http://localhost:3000";

/** The code of a time-based secret, `steps` of 30 seconds from now. */
export function codeOf(secret = demoTotp, steps = 0): Promise<string> {
  return createOTP(secret, { digits: 6, period: 30 }).hotp(Math.floor(Date.now() / 30_000) + steps);
}

export function testAuth(db: TestDatabase, clock: Clock = systemClock): Auth {
  const secret = process.env.SESSION_SECRET ?? testSecret;
  return createAuth({ prisma: db.prisma, secret, origin: testOrigin, clock, log: () => undefined });
}

/** One person with a second step, at a portal of its own: `post` is a browser at the door of sign-in, `forget` its tries. */
export async function makeSignIn(db: TestDatabase) {
  const auth = testAuth(db);
  const email = "dana@harbor.example.org";
  const { jurisdictionId } = await makePlace(db, "harbor");
  await makePerson(db, { email, memberships: [{ jurisdictionId, role: "hotline_screener" }] });
  const post = (path: string, body: object, headers: Record<string, string> = {}): Promise<Response> => {
    const all = { "content-type": "application/json", origin: testOrigin, ...headers };
    const asked = { method: "POST", headers: all, body: JSON.stringify(body) };
    return auth.handler(new Request(`${testOrigin}/api/auth${path}`, asked));
  };
  const forget = async () => {
    await db.prisma.totpUsed.deleteMany();
    await db.prisma.signInFailure.deleteMany();
    await db.prisma.session.deleteMany();
    await db.prisma.twoFactor.updateMany({ data: { failedVerificationCount: 0, lockedUntil: null } });
  };
  return { auth, email, post, forget };
}

export type TestPlace = { jurisdictionId: string; organizationId: string; otherOrganizationId: string };

/** A jurisdiction with two provider organizations. */
export async function makePlace(db: TestDatabase, slug: string): Promise<TestPlace> {
  const jurisdictionId = randomUUID();
  const [organizationId, otherOrganizationId] = [randomUUID(), randomUUID()];
  await db.prisma.jurisdiction.create({
    data: { id: jurisdictionId, slug, name: `${slug} County`, title: `${slug} referrals` },
  });
  await db.arrange.organization.createMany({
    data: [
      { id: organizationId, jurisdictionId, name: `${slug} Family Center` },
      { id: otherOrganizationId, jurisdictionId, name: `${slug} Parent Place` },
    ],
  });
  return { jurisdictionId, organizationId, otherOrganizationId };
}

/** A person with the demo password and the demo second step, unless told otherwise. */
export async function makePerson(
  db: TestDatabase,
  person: Pick<DemoPerson, "email" | "memberships"> & Partial<DemoPerson>,
): Promise<{ userId: string; membershipIds: string[] }> {
  const whole = { name: "Dana Rivers", password: demoPassword, totpSecret: demoTotp, ...person };
  return db.arrange.$transaction((tx) => createDemoPerson(tx, whole));
}

export function staffActor(
  role: StaffActor["role"],
  place: { jurisdictionId: string; organizationId?: string | null },
  ids: { userId?: string; membershipId?: string } = {},
): StaffActor {
  const { userId = randomUUID(), membershipId = randomUUID() } = ids;
  const { jurisdictionId, organizationId = null } = place;
  return {
    kind: "staff",
    userId,
    membershipId,
    role,
    jurisdictionId,
    organizationId,
    teamName: null,
    name: "Dana R.",
  };
}

/** The Cookie header a browser would send after these Set-Cookie lines, on top of what it had. */
export function cookieAfter(setCookies: readonly string[], had = ""): string {
  const jar = parseCookie(had, asSent);
  for (const line of setCookies) {
    const { name, value, maxAge } = parseSetCookie(line, asSent);
    jar[name] = value === "" || maxAge === 0 ? undefined : value;
  }
  return stringifyCookie(jar, { encode: (value) => value });
}

const asSent = { decode: (value: string) => value };
