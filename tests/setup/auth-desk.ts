import { beforeEach } from "vitest";
import { authSettings } from "../../app/auth/auth-settings.server";
import { resolveSession } from "../../app/auth/resolve-session.server";
import type { ResolvedSession } from "../../app/auth/session";
import type { StaffActor } from "../../app/domain/kernel/actor";
import { type Clock, systemClock } from "../../app/domain/kernel/clock";
import type { Ctx } from "../../app/domain/kernel/context";
import { makePerson, staffActor, type TestPlace } from "./auth-people";
import type { TestDatabase } from "./database";
import { signInAs } from "./sign-in";

export const email = "dana@harbor.example.org";
export const other = "rex@harbor.example.org";

/** People of one database, signed in without the pages or acting in a transaction of their own. */
export function authDesk(db: TestDatabase) {
  async function cookieOf(who = email, aal: 1 | 2 = 2): Promise<string> {
    const { name, value } = await signInAs(db.prisma, { email: who, aal }, authSettings().secret);
    return `${name}=${value}`;
  }
  async function sessionOf(cookie: string): Promise<ResolvedSession> {
    const { session } = await resolveSession({ headers: { cookie } });
    if (!session) throw new Error("nobody");
    return session;
  }
  const alive = async (cookie: string) => (await resolveSession({ headers: { cookie } })).session !== null;
  function as<T>(
    actor: StaffActor,
    run: (ctx: Ctx<StaffActor>) => Promise<T>,
    clock: Clock = systemClock,
  ): Promise<T> {
    const { jurisdictionId, organizationId, userId } = actor;
    return db.inTransaction({ jurisdictionId, organizationId, actorId: userId }, (tx) =>
      run({ actor, tx, clock }),
    );
  }
  return { cookieOf, sessionOf, alive, as };
}

/** Before each test nobody but two screeners of the county, who never signed in. */
export function withTwoScreeners(db: TestDatabase, { jurisdictionId }: TestPlace): void {
  beforeEach(async () => {
    await db.arrange.membership.deleteMany();
    await db.prisma.user.deleteMany();
    await db.prisma.verification.deleteMany();
    await db.prisma.signInFailure.deleteMany();
    for (const one of [email, other])
      await makePerson(db, { email: one, memberships: [{ jurisdictionId, role: "hotline_screener" }] });
  });
}

/** Who may invite and end roles: the county's administrator and a provider's manager. */
export async function makeAdminAndManager(db: TestDatabase, place: TestPlace) {
  const { jurisdictionId } = place;
  const a = await makePerson(db, {
    email: "admin@harbor.example.org",
    name: "Ada Quill",
    memberships: [{ jurisdictionId, role: "jurisdiction_admin" }],
  });
  const m = await makePerson(db, {
    email: "pat@center.example.org",
    name: "Pat Marsh",
    memberships: [{ ...place, role: "provider_manager" }],
  });
  const idsOf = (one: typeof a) => ({ userId: one.userId, membershipId: one.membershipIds[0] ?? "" });
  return {
    admin: staffActor("jurisdiction_admin", { jurisdictionId }, idsOf(a)),
    manager: staffActor("provider_manager", place, idsOf(m)),
  };
}
