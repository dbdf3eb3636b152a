import { beforeAll, describe, expect, it } from "vitest";
import { acceptInvitation } from "../../app/auth/accept-invitation.server";
import { authSettings } from "../../app/auth/auth-settings.server";
import { findInvitation } from "../../app/auth/find-invitation.server";
import { deriveToken } from "../../app/domain/kernel/derive-token";
import { NotFound } from "../../app/domain/kernel/errors";
import type { StaffActor } from "../../app/domain/kernel/actor";
import { deliverOutboxMessage } from "../../app/notify/deliver-outbox-message.server";
import { action as adminAct } from "../../app/routes/admin/people";
import { action as teamAct } from "../../app/routes/provider/team";
import { makeAdminAndManager } from "../setup/auth-desk";
import { makePerson, makePlace } from "../setup/auth-people";
import { testDatabase } from "../setup/database";
import { signedInAs } from "../setup/desk-session";

const db = await testDatabase();
const harbor = await makePlace(db, "harbor");
const { admin, manager } = await makeAdminAndManager(db, harbor);
const { jurisdictionId, organizationId: withManager, otherOrganizationId: withNobody } = harbor;
const newcomer = { name: "Noor Vale", password: "a long enough password" };

beforeAll(async () => {
  const sealed = "update organization set victim_service_provider = true, email = $2 where id = $1";
  await db.owner.query(sealed, [withManager, "desk@refuge.example.org"]);
  await db.owner.query("update organization set part2_program = true, email = $2 where id = $1", [
    withNobody,
    "office@recovery.example.org",
  ]);
});

/** The status and the reason that a page answers to an act on people. */
async function press(who: StaffActor, fields: Record<string, string>) {
  const act = who.organizationId ? teamAct : adminAct;
  const params = who.organizationId ? { org: who.organizationId } : {};
  const body = new URLSearchParams({ locale: "en", ...fields });
  const request = new Request("http://portal.test/people", { method: "POST", body });
  const answer = await act({ request, params, context: signedInAs(who) });
  if (answer instanceof Response) return [answer.status, null];
  const { data, init } = answer as unknown as {
    data: { conflict?: string | null };
    init: ResponseInit | null;
  };
  return [init?.status ?? 200, data.conflict ?? null];
}
const invite = (who: StaffActor, email: string, organizationId: string, role = "provider_manager") =>
  press(who, { intent: "invite", email, role, organizationId });
const made = async (email: string) => {
  const { rows } = await db.owner.query(
    "select id from invitation where email = $1 order by created_at desc limit 1",
    [email],
  );
  return { id: rows[0]?.id as string, token: deriveToken(authSettings().secret, "invitation", rows[0]?.id) };
};
const invitations = async () => (await db.owner.query("select count(*)::int as n from invitation")).rows[0].n;

describe("a sealed organization that has a manager", () => {
  it("is entered by its own manager's invitation alone, and never by the agency's people", async () => {
    const before = await invitations();
    for (const role of ["provider_manager", "provider_worker"])
      expect(await invite(admin, "quill.private@mail.example", withManager, role)).toEqual([
        409,
        "sealed_own_people",
      ]);
    expect(await invite(manager, "admin@harbor.example.org", withManager, "provider_worker")).toEqual([
      409,
      "sealed_agency_person",
    ]);
    expect(await invitations()).toBe(before);
    expect(await invite(manager, "worker@refuge.example.org", withManager, "provider_worker")).toEqual([
      303,
      null,
    ]);
    await acceptInvitation((await made("worker@refuge.example.org")).token, newcomer);
  });
  it("does not lose its last manager to the administrator, who would name the next", async () => {
    expect(await press(admin, { intent: "end", membership: manager.membershipId })).toEqual([
      409,
      "sealed_last_manager",
    ]);
    const { rows } = await db.owner.query("select ended_at from membership where id = $1", [
      manager.membershipId,
    ]);
    expect(rows).toEqual([{ ended_at: null }]);
  });
  it("tells its own people whom somebody invites, at their own addresses and not at one that others keep", async () => {
    await invite(manager, "told@refuge.example.org", withManager, "provider_worker");
    const { id } = await made("told@refuge.example.org");
    const { rows } = await db.owner.query(
      "select id from outbox_message where template = 'sealed-invitation' and params->>'invitedId' = $1",
      [id],
    );
    expect(rows).toHaveLength(1);
    const sent: { to: string[]; text: string }[] = [];
    const send = async (mail: { to: string[]; text: string }) => {
      sent.push(mail);
      return {};
    };
    await deliverOutboxMessage({ outboxId: rows[0].id, jurisdictionId }, { keeps: false, send });
    expect(sent.flatMap(({ to }) => to)).toContain("pat@center.example.org");
    expect(sent.flatMap(({ to }) => to)).not.toContain("desk@refuge.example.org");
    expect(sent[0]?.text).toContain("told@refuge.example.org was invited");
  });
});

describe("a sealed organization without a manager", () => {
  it("gets a first manager from the administrator; what else was sent from outside ends with that one", async () => {
    expect(await invite(admin, "first@recovery.example.org", withNobody, "provider_worker")).toEqual([
      409,
      "sealed_manager_first",
    ]);
    await makePerson(db, {
      email: "screener@harbor.example.org",
      memberships: [{ jurisdictionId, role: "hotline_screener" }],
    });
    expect(await invite(admin, "screener@harbor.example.org", withNobody)).toEqual([
      409,
      "sealed_agency_person",
    ]);
    for (const email of ["first@recovery.example.org", "quill.private@mail.example"])
      expect(await invite(admin, email, withNobody)).toEqual([303, null]);
    const [first, second] = [
      await made("first@recovery.example.org"),
      await made("quill.private@mail.example"),
    ];
    const { rows } = await db.owner.query(
      "select count(*)::int as n from outbox_message where template = 'sealed-invitation' and to_organization_id = $1",
      [withNobody],
    );
    expect(rows).toEqual([{ n: 2 }]);
    expect(await findInvitation(second.token)).not.toBeNull();
    await acceptInvitation(first.token, newcomer);
    expect(await findInvitation(second.token)).toBeNull();
    await expect(acceptInvitation(second.token, newcomer)).rejects.toThrow(NotFound);
    expect(await invite(admin, "again@mail.example", withNobody)).toEqual([409, "sealed_own_people"]);
  });
});
