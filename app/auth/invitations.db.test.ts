import { describe, expect, it } from "vitest";
import { cookieAfter, makePerson, makePlace, staffActor } from "../../tests/setup/auth-people";
import { authDesk, makeAdminAndManager } from "../../tests/setup/auth-desk";
import { testDatabase } from "../../tests/setup/database";
import { acceptInvitation, joinByInvitation } from "./accept-invitation.server";
import { authSettings } from "./auth-settings.server";
import { findInvitation } from "./find-invitation.server";
import { invitePerson } from "./invite-person.server";
import { listInvitations } from "./list-invitations.server";
import { listPeople } from "./list-people.server";
import { resolveSession } from "./resolve-session.server";
import { revokeInvitation } from "./revoke-invitation.server";
import { signIn } from "./sign-in.server";
import type { StaffActor } from "~/domain/kernel/actor";
import { type Clock, fixedClock } from "~/domain/kernel/clock";
import { deriveToken } from "~/domain/kernel/derive-token";
import { Conflict, Forbidden, Invalid, NotFound } from "~/domain/kernel/errors";

const db = await testDatabase();
const harbor = await makePlace(db, "harbor");
const riverside = await makePlace(db, "riverside");
const { admin, manager } = await makeAdminAndManager(db, harbor);
const { as, cookieOf, sessionOf } = authDesk(db);
const tokenOf = (id: string) => deriveToken(authSettings().secret, "invitation", id);
const newcomer = { name: "Noor Vale", password: "a long enough password" };
let count = 0;
const address = () => `invited${(count += 1)}@center.example.org`;
async function invite(
  actor: StaffActor,
  role: string,
  organizationId: string | null,
  email = address(),
  clock?: Clock,
) {
  return as(actor, (ctx) => invitePerson(ctx, { email, role, organizationId }), clock);
}

describe("who may invite whom", () => {
  it("a provider manager: the provider roles of the own organization", async () => {
    for (const role of ["provider_worker", "provider_manager"])
      await invite(manager, role, harbor.organizationId);
    for (const role of ["hotline_screener", "program_manager", "jurisdiction_admin", "auditor"])
      await expect(invite(manager, role, harbor.organizationId)).rejects.toThrow(Forbidden);
    for (const other of [harbor.otherOrganizationId, riverside.organizationId])
      await expect(invite(manager, "provider_worker", other)).rejects.toThrow(Invalid);
  });
  it("a jurisdiction's administrator: every role in it but the platform's operator, nowhere else", async () => {
    for (const role of [
      "hotline_screener",
      "intake_supervisor",
      "community_navigator",
      "program_manager",
      "evaluator",
      "jurisdiction_admin",
      "auditor",
    ])
      await invite(admin, role, null);
    await invite(admin, "provider_manager", harbor.otherOrganizationId);
    await expect(invite(admin, "platform_operator", null)).rejects.toThrow(Forbidden);
    await expect(invite(admin, "provider_worker", riverside.organizationId)).rejects.toThrow(Invalid);
    await expect(invite(admin, "provider_worker", null)).rejects.toThrow(Invalid);
  });
  it.each([
    "hotline_screener",
    "intake_supervisor",
    "community_navigator",
    "provider_worker",
    "program_manager",
    "evaluator",
    "platform_operator",
    "auditor",
  ] as const)("a %s: nobody", async (role) => {
    const nobody = staffActor(role, harbor);
    await expect(invite(nobody, "provider_worker", harbor.organizationId)).rejects.toThrow(Forbidden);
    await expect(as(nobody, (ctx) => listPeople(ctx, { page: 1 }))).rejects.toThrow(Forbidden);
  });
});

describe("an invitation", () => {
  it("is mailed through the outbox by its id; nothing stored is its secret", async () => {
    const id = await invite(manager, "provider_worker", harbor.organizationId);
    const stored = JSON.stringify(
      (await db.owner.query("select to_json(i) as row from invitation i where id = $1", [id])).rows,
    );
    const mails = (
      await db.owner.query(
        "select template, to_email, params from outbox_message where params->>'invitationId' = $1",
        [id],
      )
    ).rows;
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ template: "invitation", params: { invitationId: id } });
    expect(stored + JSON.stringify(mails)).not.toContain(tokenOf(id));
    const audit = await db.owner.query("select event, actor_id from audit_entry where entity_id = $1", [id]);
    expect(audit.rows).toEqual([{ event: "invitation.sent", actor_id: manager.userId }]);
  });
  it("makes account and role, then asks for the second step before anything else", async () => {
    const id = await invite(manager, "provider_worker", harbor.organizationId);
    const { email } = await acceptInvitation(tokenOf(id), newcomer);
    const first = await signIn(new Headers(), { email, password: newcomer.password });
    expect(first.outcome).toBe("in");
    const { session } = await resolveSession({ headers: { cookie: cookieAfter(first.setCookies) } });
    expect(session).toMatchObject({
      aal: 1,
      twoFactorEnabled: false,
      name: "Noor Vale",
      membership: { role: "provider_worker", organizationId: harbor.organizationId },
    });
  });
  it("works once, also when two take it at the same time", async () => {
    const token = tokenOf(await invite(manager, "provider_worker", harbor.organizationId));
    const both = await Promise.allSettled([
      acceptInvitation(token, newcomer),
      acceptInvitation(token, newcomer),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(acceptInvitation(token, newcomer)).rejects.toThrow(NotFound);
  });
  it("ends after 7 days, when taken back, and when a newer one is sent", async () => {
    const eightDaysAgo = fixedClock(new Date(Date.now() - 8 * 86_400_000).toISOString());
    const old = await invite(manager, "provider_worker", harbor.organizationId, address(), eightDaysAgo);
    const back = await invite(manager, "provider_worker", harbor.organizationId);
    await as(manager, (ctx) => revokeInvitation(ctx, back));
    const email = address();
    const first = await invite(manager, "provider_worker", harbor.organizationId, email);
    const second = await invite(manager, "provider_worker", harbor.organizationId, email);
    for (const id of [old, back, first])
      await expect(acceptInvitation(tokenOf(id), newcomer)).rejects.toThrow(NotFound);
    expect(await findInvitation(tokenOf(second))).toMatchObject({ email, hasAccount: false });
    await expect(acceptInvitation("made-up", newcomer)).rejects.toThrow(NotFound);
  });
  it("refuses a short password and keeps the link good", async () => {
    const token = tokenOf(await invite(manager, "provider_worker", harbor.organizationId));
    await expect(acceptInvitation(token, { ...newcomer, password: "short" })).rejects.toMatchObject({
      fieldErrors: { password: ["password_short"] },
    });
    expect(await findInvitation(token)).not.toBeNull();
  });
  it("to somebody with an account is for that person alone, signed in", async () => {
    const email = "dana@harbor.example.org";
    await makePerson(db, {
      email,
      memberships: [{ jurisdictionId: riverside.jurisdictionId, role: "program_manager" }],
    });
    const token = tokenOf(
      await invite(manager, "provider_worker", harbor.organizationId, email.toUpperCase()),
    );
    await expect(acceptInvitation(token, newcomer)).rejects.toThrow(Forbidden);
    const enter = async (who: string) => sessionOf(await cookieOf(who));
    await expect(joinByInvitation(token, await enter("pat@center.example.org"))).rejects.toThrow(NotFound);
    await joinByInvitation(token, await enter(email));
    expect((await enter(email)).memberships.map((one) => one.role).sort()).toEqual([
      "program_manager",
      "provider_worker",
    ]);
    await expect(invite(manager, "provider_worker", harbor.organizationId, email)).rejects.toThrow(Conflict);
  });
  it("of another organization or jurisdiction is out of reach", async () => {
    const id = await invite(admin, "provider_worker", harbor.otherOrganizationId);
    await expect(as(manager, (ctx) => revokeInvitation(ctx, id))).rejects.toThrow(NotFound);
    const far = staffActor("jurisdiction_admin", { jurisdictionId: riverside.jurisdictionId });
    await expect(as(far, (ctx) => revokeInvitation(ctx, id))).rejects.toThrow(NotFound);
    for (const bad of ["", "x", null, "0199a000-0000-7000-8000-000000000001"])
      await expect(as(admin, (ctx) => revokeInvitation(ctx, bad))).rejects.toThrow(NotFound);
    const { invitations: seen } = await as(manager, (ctx) => listInvitations(ctx, { page: 1 }));
    expect(seen.some((one) => one.id === id)).toBe(false);
    expect(await as(far, (ctx) => listInvitations(ctx, { page: 1 }))).toEqual({ invitations: [], total: 0 });
  });
});
