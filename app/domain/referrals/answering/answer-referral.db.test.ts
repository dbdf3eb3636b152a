import { describe, expect, it } from "vitest";
import { makeScopes } from "../../../../tests/setup/authorization-matrix";
import { testDatabase } from "../../../../tests/setup/database";
import { dayFromNow } from "../../../../tests/setup/day-from-now";
import { deskOf, send } from "../../../../tests/setup/referral-desk";
import { endEnrollment, enrollFamily, recordSession } from "../../engagement/index.server";
import * as referrals from "../index.server";

const db = await testDatabase();
const places = await makeScopes(db);
const desk = deskOf(db, places.own);
const openings = async () =>
  (await db.owner.query("select capacity_available n from service where id = $1", [desk.place.serviceId]))
    .rows[0].n;
const statusOf = async (id: string) =>
  (await db.owner.query("select status::text from service_referral where id = $1", [id])).rows[0].status;
const versionOf = async (id: string) =>
  (await db.owner.query("select version from service_referral where id = $1", [id])).rows[0]
    .version as number;
const today = () => dayFromNow(0);
const mailsAbout = async (id: string, template: string) =>
  (
    await db.owner.query("select 1 from outbox_message where params->>'referralId' = $1 and template = $2", [
      id,
      template,
    ])
  ).rowCount;
const accept = (referralId: string, version = 1) =>
  desk.provider((ctx) => referrals.acceptReferral(ctx, { referralId, version }));

describe("answering", () => {
  it("takes one opening, tells the sender, and is undone with the opening given back", async () => {
    const { referralId } = await send(desk);
    const before = await openings();
    const { version } = await accept(referralId);
    expect(await openings()).toBe(before - 1);
    expect(await mailsAbout(referralId, "referral-answered")).toBe(1);
    await expect(
      desk.colleague((ctx) => referrals.undoLastAct(ctx, { referralId, version })),
    ).rejects.toThrow("nothing_to_undo");
    await desk.provider((ctx) => referrals.undoLastAct(ctx, { referralId, version }));
    expect([await statusOf(referralId), await openings()]).toEqual(["sent", before]);
    const { rows } = await db.owner.query(
      "select event from referral_event where referral_id = $1 order by sequence",
      [referralId],
    );
    expect(rows.map(({ event }) => event)).toEqual(["referral.sent", "referral.accepted", "referral.undone"]);
  });
  it("has one winner when two colleagues accept at once", async () => {
    const { referralId } = await send(desk);
    const before = await openings();
    const both = await Promise.allSettled([
      accept(referralId),
      desk.colleague((ctx) => referrals.acceptReferral(ctx, { referralId, version: 1 })),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = both.find((one) => one.status === "rejected");
    expect(lost?.status === "rejected" && lost.reason).toMatchObject({
      code: "conflict",
      message: "already_answered",
    });
    expect(await openings()).toBe(before - 1);
  });
  it("lets the clock wait while the sender is asked", async () => {
    const { referralId, dueAt } = await send(desk);
    await desk.provider((ctx) =>
      referrals.askSender(ctx, { referralId, version: 1, question: "Which evenings?" }),
    );
    const answered = await desk.screener((ctx) =>
      referrals.answerQuestion(ctx, { referralId, version: 2, answer: "Any." }),
    );
    expect(answered.status).toBe("sent");
    expect(answered.dueAt?.getTime()).toBeGreaterThanOrEqual(dueAt?.getTime() ?? 0);
  });
  it("keeps 'could not reach' shut until the rule is met", async () => {
    const { referralId } = await send(desk);
    await accept(referralId);
    await desk.provider((ctx) =>
      referrals.recordContactAttempt(ctx, { referralId, way: "call", outcome: "no_answer" }),
    );
    const version = await versionOf(referralId);
    await expect(
      desk.provider((ctx) => referrals.recordUnreachable(ctx, { referralId, version })),
    ).rejects.toThrow("attempt_rule");
  });
  it("leaves taking back to the provider and the supervisor once it is accepted", async () => {
    const { referralId } = await send(desk);
    const { version } = await accept(referralId);
    const back = { referralId, version, reasonCode: "needs_changed" };
    await expect(desk.screener((ctx) => referrals.withdrawReferral(ctx, back))).rejects.toThrow(
      "request_withdrawal",
    );
    const asked = await desk.screener((ctx) => referrals.requestWithdrawal(ctx, back));
    await desk.provider((ctx) => referrals.confirmWithdrawal(ctx, { referralId, version: asked.version }));
    expect(await statusOf(referralId)).toBe("withdrawn");
  });
});

describe("serving", () => {
  it("is connected by the first attended session, by the system, and not before", async () => {
    const { referralId } = await send(desk);
    await accept(referralId);
    const children = [{ firstName: "Wren", lastName: "Demoson", birthDate: "2024-03-02" }];
    const { enrollmentId } = await desk.provider((ctx) =>
      enrollFamily(ctx, { referralId, enrolledOn: today(), children }),
    );
    expect(await statusOf(referralId)).toBe("accepted");
    const missed = { enrollmentId, date: today(), status: "no_show" as const };
    expect(await desk.provider((ctx) => recordSession(ctx, missed))).toMatchObject({ started: false });
    const held = { enrollmentId, date: today(), status: "attended" as const };
    expect(await desk.provider((ctx) => recordSession(ctx, held))).toMatchObject({ started: true });
    expect(await statusOf(referralId)).toBe("connected");
    const { rows } = await db.owner.query(
      "select actor_kind from referral_event where referral_id = $1 and to_status = 'connected'",
      [referralId],
    );
    expect(rows).toEqual([{ actor_kind: "system" }]);
    const end = { enrollmentId, version: 2, outcome: "never_started" as const, endedOn: today() };
    await expect(desk.provider((ctx) => endEnrollment(ctx, end))).rejects.toThrow(
      "attendance_says_otherwise",
    );
  });
});

describe("reopening", () => {
  it("makes a new referral and leaves the old one as it ended", async () => {
    const { referralId } = await send(desk);
    await desk.provider((ctx) =>
      referrals.declineReferral(ctx, { referralId, version: 1, reasonCode: "no_capacity" }),
    );
    const again = await desk.supervisor((ctx) =>
      referrals.reopenReferral(ctx, { referralId, version: 2, reason: "Room again" }),
    );
    expect(again.referralId).not.toBe(referralId);
    expect([await statusOf(referralId), await statusOf(again.referralId)]).toEqual([
      "declined_by_provider",
      "sent",
    ]);
  });
});
