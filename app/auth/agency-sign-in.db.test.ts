import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { type AgencyPerson, startAgency } from "../../tests/setup/agency-provider";
import { authDesk, makeAdminAndManager } from "../../tests/setup/auth-desk";
import { cookieAfter, makePerson, makePlace, staffActor } from "../../tests/setup/auth-people";
import { testDatabase } from "../../tests/setup/database";
import { systemClock } from "~/domain/kernel/clock";
import { authSettings } from "./auth-settings.server";
import { createAuth } from "./better-auth.server";
import { beginAgencySignIn } from "./begin-agency-sign-in.server";
import { endAgencySignIn } from "./end-agency-sign-in.server";
import { endMembership } from "./end-membership.server";
import { invitePerson } from "./invite-person.server";
import { requestPasswordReset } from "./request-password-reset.server";

const db = await testDatabase();
const harbor = await makePlace(db, "harbor");
await makePlace(db, "riverside");
const { admin } = await makeAdminAndManager(db, harbor);
const { as, sessionOf } = authDesk(db);
const { origin, secret } = authSettings();
const agency = await startAgency(origin);
afterAll(() => agency.stop());
const auth = createAuth({
  ...{ prisma: db.prisma, secret, origin, clock: systemClock, log: () => undefined },
  agency: agency.settings,
});
const { jurisdictionId } = harbor;

let made = 0;
const somebody = (more: Partial<AgencyPerson> = {}): AgencyPerson => {
  const sub = `subject-${++made}`;
  return { sub, email: `person${made}@harbor.example.org`, email_verified: true, name: "Noor Vale", ...more };
};

async function begin(to = "/intake") {
  const way = await beginAgencySignIn(auth, new Headers(), to);
  if (!way) throw new Error("no way to the agency");
  return { url: way.url, headers: new Headers({ cookie: cookieAfter(way.setCookies) }) };
}
async function enter(person: AgencyPerson | null) {
  const { url, headers } = await begin();
  const back = await agency.signIn(url, person);
  expect(back.pathname).toBe("/sign-in/agency/back");
  return endAgencySignIn(auth, headers, back.searchParams);
}
const counts = async () => ({
  users: await db.prisma.user.count(),
  sessions: await db.prisma.session.count(),
});

beforeEach(async () => {
  await db.prisma.session.deleteMany();
});

describe("signing in at the agency", () => {
  it("goes there with PKCE, state and nonce, and writes nothing", async () => {
    const before = await db.prisma.verification.count();
    const asked = new URL((await begin()).url).searchParams;
    expect(asked.get("code_challenge_method")).toBe("S256");
    for (const name of ["state", "nonce", "code_challenge"])
      expect(asked.get(name)?.length).toBeGreaterThan(15);
    expect(asked.get("scope")).toBe("openid email profile");
    expect(await db.prisma.verification.count()).toBe(before);
  });
  it("lets in who has an account here, past both steps, and keeps none of the agency's tokens", async () => {
    const person = somebody();
    const { userId } = await makePerson(db, {
      email: person.email,
      memberships: [{ jurisdictionId, role: "hotline_screener" }],
    });
    const { outcome, to, setCookies } = await enter(person);
    expect([outcome, to]).toEqual(["in", "/intake"]);
    const session = await sessionOf(cookieAfter(setCookies));
    expect(session).toMatchObject({ userId, aal: 2, authMethod: "agency" });
    expect(session.membership?.role).toBe("hotline_screener");
    const accounts = await db.prisma.account.findMany({ where: { userId, providerId: "agency" } });
    const none = { accessToken: null, refreshToken: null, idToken: null, password: null };
    expect(accounts).toMatchObject([{ accountId: person.sub, ...none }]);
    expect((await enter(person)).outcome).toBe("in");
    expect(await db.prisma.account.count({ where: { userId, providerId: "agency" } })).toBe(1);
  });
  it("makes the account of who was invited, in the seat of the invitation, without a password", async () => {
    const person = somebody();
    const invited = { email: person.email, role: "intake_supervisor", organizationId: "", locale: "en" };
    const id = await as(admin, (ctx) => invitePerson(ctx, invited));
    const { outcome, setCookies } = await enter(person);
    expect(outcome).toBe("in");
    const session = await sessionOf(cookieAfter(setCookies));
    expect(session.memberships).toMatchObject([{ role: "intake_supervisor", jurisdictionId }]);
    expect(session.name).toBe("Noor Vale");
    const row = await db.arrange.invitation.findUniqueOrThrow({ where: { id } });
    expect(row.acceptedAt).not.toBeNull();
    const before = await db.arrange.outboxMessage.count({ where: { template: "password-reset" } });
    await requestPasswordReset(person.email);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await db.arrange.outboxMessage.count({ where: { template: "password-reset" } })).toBe(before);
  });
  it("lets in who is in a mapped group, once: an ended role is not given again", async () => {
    const person = somebody({ groups: ["Everybody", "Prevention Desk"] });
    const { outcome, setCookies } = await enter(person);
    expect(outcome).toBe("in");
    const session = await sessionOf(cookieAfter(setCookies));
    expect(session.memberships).toMatchObject([{ role: "hotline_screener", jurisdictionId }]);
    const keepWork = () => Promise.resolve();
    await as(admin, (ctx) => endMembership(ctx, session.membership?.id, keepWork));
    expect((await enter(person)).outcome).toBe("stranger");
  });
  it("refuses who has no place here, another domain, an unverified address and a place that does not exist", async () => {
    const before = await counts();
    for (const more of [
      {},
      { email: "admin@elsewhere.example.org" },
      { email: "admin@harbor.example.org", email_verified: false },
      { email: "admin@harbor.example.org.evil.example" },
      { groups: ["Nobody"] },
      { groups: ["prevention desk"] },
    ])
      expect((await enter(somebody(more))).outcome).toBe("stranger");
    expect(await counts()).toEqual(before);
  });
  it("does not open an account to who has its address at the agency after somebody else", async () => {
    const person = somebody();
    await makePerson(db, {
      email: person.email,
      memberships: [{ jurisdictionId, role: "hotline_screener" }],
    });
    expect((await enter(person)).outcome).toBe("in");
    expect((await enter(somebody({ email: person.email }))).outcome).toBe("stranger");
    // The same person under another address of the agency is the same person.
    expect((await enter({ ...person, email: "married.name@harbor.example.org" })).outcome).toBe("in");
  });
  it("is no way into a sealed organization, not even for its own people", async () => {
    const seal = "update organization set victim_service_provider = true where id = $1";
    await db.owner.query(seal, [harbor.otherOrganizationId]);
    const person = somebody();
    await makePerson(db, {
      email: person.email,
      memberships: [{ jurisdictionId, organizationId: harbor.otherOrganizationId, role: "provider_manager" }],
    });
    expect((await enter(person)).outcome).toBe("stranger");
    const invited = somebody();
    const { organizationId } = harbor;
    const seat = { email: invited.email, role: "provider_worker", organizationId, locale: "en" };
    await as(admin, (ctx) => invitePerson(ctx, seat));
    expect((await enter(invited)).outcome).toBe("stranger");
    expect(await db.prisma.session.count()).toBe(0);
  });
  it("fails where the way back is not this browser's, was used, or the agency says no", async () => {
    const person = somebody({ email: "admin@harbor.example.org" });
    const [mine, theirs] = [await begin(), await begin()];
    const back = (await agency.signIn(mine.url, person)).searchParams;
    expect((await endAgencySignIn(auth, theirs.headers, back)).outcome).toBe("failed");
    expect((await endAgencySignIn(auth, new Headers(), back)).outcome).toBe("failed");
    expect((await endAgencySignIn(auth, mine.headers, back)).outcome).toBe("in");
    expect((await endAgencySignIn(auth, mine.headers, back)).outcome).toBe("failed");
    expect((await enter(null)).outcome).toBe("failed");
    for (const query of ["", "state=x", "code=x", "error=access_denied"])
      expect((await endAgencySignIn(auth, mine.headers, new URLSearchParams(query))).outcome).toBe("failed");
  });
});

describe("an administrator with a password", () => {
  it("stays, so that somebody gets in when the agency's sign-in is away", async () => {
    const person = somebody();
    const invited = { email: person.email, role: "jurisdiction_admin", organizationId: "", locale: "en" };
    await as(admin, (ctx) => invitePerson(ctx, invited));
    const session = await sessionOf(cookieAfter((await enter(person)).setCookies));
    const second = staffActor(
      "jurisdiction_admin",
      { jurisdictionId },
      { userId: session.userId, membershipId: session.membership?.id },
    );
    const end = as(second, (ctx) => endMembership(ctx, admin.membershipId, () => Promise.resolve()));
    await expect(end).rejects.toThrow("last_local_admin");
  });
});
