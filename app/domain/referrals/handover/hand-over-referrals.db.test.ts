import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { insertRow, makeScopes } from "../../../../tests/setup/authorization-matrix";
import { testDatabase } from "../../../../tests/setup/database";
import { deskOf, sending } from "../../../../tests/setup/referral-desk";
import type { Role, StaffActor } from "../../kernel/actor";
import * as referrals from "../index.server";

const db = await testDatabase();
const place = (await makeScopes(db)).own;
const desk = deskOf(db, place);

async function person(role: Role): Promise<StaffActor & { membershipId: string }> {
  const [userId, membershipId] = [randomUUID(), randomUUID()];
  const organizationId = role.startsWith("provider_") ? place.organizationId : null;
  const { jurisdictionId } = place;
  const email = `${userId}@example.test`;
  await insertRow(db.owner, "user", { id: userId, name: "Lea Vera", email, updated_at: new Date() });
  await insertRow(db.owner, "membership", {
    id: membershipId,
    jurisdiction_id: jurisdictionId,
    user_id: userId,
    role,
    organization_id: organizationId,
  });
  const who = { kind: "staff" as const, name: "Lea V.", teamName: null };
  return { ...who, userId, membershipId, role, jurisdictionId, organizationId };
}
const admin = () => person("jurisdiction_admin");
const rowOf = async (id: string) =>
  (
    await db.owner.query(
      "select status::text, sender_user_id, assigned_user_id, due_at from service_referral where id = $1",
      [id],
    )
  ).rows[0];
const lastEvent = async (id: string) =>
  (
    await db.owner.query(
      "select event, from_status = to_status as same from referral_event where referral_id = $1 order by sequence desc limit 1",
      [id],
    )
  ).rows[0];

describe("what a leaver still holds", () => {
  it("goes from a sender to the team: open ones and those that ask for a re-route, never a finished one", async () => {
    const leaver = await person("hotline_screener");
    const sent = await Promise.all(
      [1, 2, 3].map(() => desk.as(leaver, (ctx) => referrals.sendReferral(ctx, sending(place)))),
    );
    const [open, declined, done] = sent.map(({ referralId }) => referralId) as [string, string, string];
    await desk.provider((ctx) =>
      referrals.declineReferral(ctx, { referralId: declined, version: 1, reasonCode: "no_capacity" }),
    );
    await desk.as(leaver, (ctx) =>
      referrals.withdrawReferral(ctx, { referralId: done, version: 1, reasonCode: "needs_changed" }),
    );
    const { due_at: due } = await rowOf(open);
    const { membershipId } = leaver;
    const boss = await admin();
    const counted = await desk.as(boss, (ctx) =>
      referrals.countHeldReferrals(ctx, { membershipIds: [membershipId] }),
    );
    expect(counted).toEqual({ [membershipId]: 2 });
    expect(await desk.as(boss, (ctx) => referrals.handOverReferrals(ctx, { membershipId }))).toBe(2);
    expect(await rowOf(open)).toMatchObject({ sender_user_id: null, status: "sent", due_at: due });
    expect(await rowOf(declined)).toMatchObject({ sender_user_id: null });
    expect((await rowOf(done)).sender_user_id).toBe(leaver.userId);
    expect(await lastEvent(open)).toEqual({ event: "referral.handed_over", same: true });
    const { rows: team } = await desk.supervisor((ctx) =>
      referrals.listFollowUps(ctx, { scope: "team", late: true }),
    );
    expect(team.filter(({ senderUserId }) => !senderUserId).map(({ id }) => id)).toEqual(
      expect.arrayContaining([open, declined]),
    );
  });

  it("goes from a provider's worker to the organization", async () => {
    const leaver = await person("provider_worker");
    const { referralId } = await desk.screener((ctx) => referrals.sendReferral(ctx, sending(place)));
    await desk.as(leaver, (ctx) => referrals.acceptReferral(ctx, { referralId, version: 1 }));
    const manager = await person("provider_manager");
    const { membershipId } = leaver;
    expect(await desk.as(manager, (ctx) => referrals.handOverReferrals(ctx, { membershipId }))).toBe(1);
    expect(await rowOf(referralId)).toMatchObject({ status: "accepted", assigned_user_id: null });
  });

  it("stays with somebody who keeps another role on the same side", async () => {
    const leaver = await person("hotline_screener");
    await insertRow(db.owner, "membership", {
      id: randomUUID(),
      jurisdiction_id: place.jurisdictionId,
      user_id: leaver.userId,
      role: "intake_supervisor",
    });
    const { referralId } = await desk.as(leaver, (ctx) => referrals.sendReferral(ctx, sending(place)));
    const { membershipId } = leaver;
    expect(await desk.as(await admin(), (ctx) => referrals.handOverReferrals(ctx, { membershipId }))).toBe(0);
    expect((await rowOf(referralId)).sender_user_id).toBe(leaver.userId);
  });
});

describe("a family that asked by itself", () => {
  it("is told neutrally when the program says no, and only then", async () => {
    const { referralId } = await desk.screener((ctx) => referrals.sendReferral(ctx, sending(place)));
    const own = await desk.screener((ctx) => referrals.sendReferral(ctx, sending(place)));
    await db.owner.query("update service_referral set kind = 'self', sender_user_id = null where id = $1", [
      own.referralId,
    ]);
    for (const id of [referralId, own.referralId])
      await desk.provider((ctx) =>
        referrals.declineReferral(ctx, { referralId: id, version: 1, reasonCode: "no_capacity" }),
      );
    const { rows } = await db.owner.query("select params from outbox_message where template = 'family-news'");
    expect(rows.map(({ params }) => params)).toEqual([
      { referralId: own.referralId, householdId: own.householdId },
    ]);
    const { rows: team } = await desk.supervisor((ctx) =>
      referrals.listFollowUps(ctx, { scope: "team", late: true }),
    );
    expect(team.find(({ id }) => id === own.referralId)).toMatchObject({
      act: "reroute",
      senderUserId: null,
    });
  });
});

describe("a supervisor's list of what is late", () => {
  it("comes 25 a page, overdue first, and leaves out what is in time", async () => {
    const ids: string[] = [];
    for (let at = 0; at < 28; at += 1)
      ids.push((await desk.screener((ctx) => referrals.sendReferral(ctx, sending(place)))).referralId);
    const [inTime = "", nobodys = "", ...late] = ids;
    await db.owner.query("update service_referral set sender_user_id = null where id = $1", [nobodys]);
    await db.owner.query("update service_referral set due_at = now() - interval '1 day' where id = any($1)", [
      late,
    ]);
    const list = (page: number) =>
      desk.supervisor((ctx) => referrals.listFollowUps(ctx, { scope: "team", late: true, page }));
    const [first, second] = [await list(1), await list(2)];
    expect(first.rows).toHaveLength(25);
    expect(first.rows.every(({ overdue }) => overdue)).toBe(true);
    const seen = [...first.rows, ...second.rows].map(({ id }) => id);
    expect(new Set(seen).size).toBe(first.total);
    expect(seen).toEqual(expect.arrayContaining([nobodys, ...late]));
    expect(seen).not.toContain(inTime);
  });
});

describe("a supervisor's list of what ended", () => {
  it("holds the last thirty days and nothing of a sealed organization", async () => {
    const { referralId } = await desk.screener((ctx) => referrals.sendReferral(ctx, sending(place)));
    await desk.provider((ctx) =>
      referrals.declineReferral(ctx, { referralId, version: 1, reasonCode: "no_capacity" }),
    );
    const listed = async () =>
      (await desk.supervisor((ctx) => referrals.listRecentlyClosed(ctx))).rows.some(
        ({ id }) => id === referralId,
      );
    expect(await listed()).toBe(true);
    await db.owner.query("update organization set part2_program = true where id = $1", [
      place.organizationId,
    ]);
    expect(await listed()).toBe(false);
    await db.owner.query("update organization set part2_program = false where id = $1", [
      place.organizationId,
    ]);
    await db.owner.query("update service_referral set closed_at = now() - interval '31 days' where id = $1", [
      referralId,
    ]);
    expect(await listed()).toBe(false);
  });
});
