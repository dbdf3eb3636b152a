import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { makeScopes } from "../../../../tests/setup/authorization-matrix";
import { testDatabase } from "../../../../tests/setup/database";
import { dayFromNow } from "../../../../tests/setup/day-from-now";
import { type Desk, deskOf, send } from "../../../../tests/setup/referral-desk";
import { enrollFamily, recordSession } from "../../engagement/index.server";
import { DomainError } from "../../kernel/errors";
import { fixedClock } from "../../kernel/clock";
import { later as daysLater } from "../../kernel/durations";
import * as referrals from "../index.server";
import { type ReferralStatus, edgeBetween, statusFacts } from "./referral-status";

const db = await testDatabase();
let desk: Desk;
let later: Desk;
const inFortyDays = fixedClock(daysLater(new Date(), { days: 40 }).toISOString());
beforeAll(async () => {
  const place = (await makeScopes(db)).own;
  desk = deskOf(db, place);
  later = deskOf(db, place, inFortyDays);
});

type On = { referralId: string; version: number };
type Act = (on: On, householdId: string) => Promise<unknown>;
const attempt =
  (outcome: "reached" | "no_answer"): Act =>
  ({ referralId }) =>
    desk.provider((ctx) => referrals.recordContactAttempt(ctx, { referralId, way: "call", outcome }));

async function attend({ referralId }: On): Promise<void> {
  await desk.provider(async (ctx) => {
    const { enrollmentId } = await enrollFamily(ctx, { referralId, enrolledOn: dayFromNow(-1) });
    await recordSession(ctx, { enrollmentId, date: dayFromNow(-1), status: "attended" });
  });
}

/** Everything anybody can do to a referral, at any moment, allowed or not. */
const acts: Record<string, Act> = {
  open: (on) => desk.provider((ctx) => referrals.readReferral(ctx, on)),
  accept: (on) => desk.provider((ctx) => referrals.acceptReferral(ctx, on)),
  acceptStale: (on) =>
    desk.colleague((ctx) => referrals.acceptReferral(ctx, { ...on, version: on.version - 1 || 1 })),
  waitlist: (on) => desk.provider((ctx) => referrals.waitlistReferral(ctx, { ...on, familyAgreed: true })),
  confirm: (on) => desk.provider((ctx) => referrals.confirmWaitlist(ctx, on)),
  decline: (on) =>
    desk.provider((ctx) => referrals.declineReferral(ctx, { ...on, reasonCode: "no_capacity" })),
  ask: (on) => desk.provider((ctx) => referrals.askSender(ctx, { ...on, question: "When?" })),
  answer: (on) => desk.screener((ctx) => referrals.answerQuestion(ctx, { ...on, answer: "Soon." })),
  undo: (on) => desk.provider((ctx) => referrals.undoLastAct(ctx, on)),
  undoTry: ({ referralId }) =>
    desk.provider(async (ctx) => {
      const { undo } = await referrals.readReferral(ctx, { referralId });
      if (undo?.attemptId) await referrals.undoContactAttempt(ctx, { referralId, attemptId: undo.attemptId });
    }),
  miss: attempt("no_answer"),
  reach: attempt("reached"),
  hold: (on) => desk.provider((ctx) => referrals.holdReferral(ctx, { ...on, resumeBy: dayFromNow(20) })),
  schedule: (on) => desk.provider((ctx) => referrals.scheduleReferral(ctx, { ...on, on: dayFromNow(3) })),
  providerNo: (on) =>
    desk.provider((ctx) => referrals.recordFamilyNo(ctx, { ...on, reasonCode: "transport" })),
  unreachable: (on) => desk.provider((ctx) => referrals.recordUnreachable(ctx, on)),
  familyNo: (on, home) =>
    desk.family(home, (ctx) => referrals.familyDeclines(ctx, { ...on, reasonCode: "cost" })),
  stop: (on, home) => desk.family(home, (ctx) => referrals.stopSharing(ctx, on)),
  withdraw: (on) =>
    desk.screener((ctx) => referrals.withdrawReferral(ctx, { ...on, reasonCode: "needs_changed" })),
  error: (on) => desk.supervisor((ctx) => referrals.markEnteredInError(ctx, { ...on, reason: "Twice" })),
  clock: () => later.system(referrals.expireOverdue),
  attend,
};

type Row = {
  status: ReferralStatus;
  version: number;
  next_act_owner: string | null;
  due_at: Date | null;
  resume_by: Date | null;
  closed_at: Date | null;
  reason_party: string | null;
  sender_user_id: string;
};
type Event = {
  id: string;
  event: string;
  from_status: ReferralStatus | null;
  to_status: ReferralStatus;
  actor_kind: string;
  undoes_id: string | null;
};

const rowOf = async (id: string): Promise<Row> =>
  (await db.owner.query("select * from service_referral where id = $1", [id])).rows[0];

function checkRow(row: Row): void {
  const facts = statusFacts[row.status];
  if (facts.open) {
    expect(row.next_act_owner).toBe(facts.owner);
    expect([row.due_at, row.resume_by].filter((due) => due !== null)).toHaveLength(1);
    expect(row.closed_at).toBeNull();
  } else {
    expect([row.due_at, row.resume_by]).toEqual([null, null]);
    expect(row.closed_at).not.toBeNull();
  }
  if (row.status === "expired" || row.status === "unreachable") expect(row.reason_party).not.toBe("family");
}

/** The history is a walk through the table, told by whom it may be, and ends where the row stands. */
async function checkHistory(id: string, row: Row): Promise<void> {
  const { rows } = await db.owner.query<Event>(
    "select * from referral_event where referral_id = $1 order by sequence",
    [id],
  );
  let at: ReferralStatus | null = null;
  const before = new Map<string, ReferralStatus | null>();
  for (const { id: eventId, event, from_status, to_status, actor_kind, undoes_id } of rows) {
    expect(from_status).toBe(at);
    if (undoes_id) expect(to_status).toBe(before.get(undoes_id));
    else if (from_status !== to_status) expect(edgeBetween(from_status, to_status)?.event).toBe(event);
    if (to_status === "connected" && from_status !== "connected") expect(actor_kind).toBe("system");
    before.set(eventId, at);
    at = to_status;
  }
  expect(at).toBe(row.status);
}

async function conserved(): Promise<void> {
  const { rows } = await db.owner.query<{ status: ReferralStatus; n: number }>(
    "select status::text, count(*)::int n from service_referral where sent_at is not null and status <> 'entered_in_error' group by 1",
  );
  const all = rows.reduce((sum, { n }) => sum + n, 0);
  const open = rows.filter(({ status }) => statusFacts[status].open).reduce((sum, { n }) => sum + n, 0);
  const closed = rows.filter(({ status }) => !statusFacts[status].open).reduce((sum, { n }) => sum + n, 0);
  expect(open + closed).toBe(all);
}

it("keeps every invariant whatever anybody does, in any order", async () => {
  const reached = new Set<string>();
  const walk = fc.array(fc.constantFrom(...Object.keys(acts)), { minLength: 4, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(walk, async (names) => {
      const { referralId, householdId } = await send(desk);
      let closedAs: ReferralStatus | null = null;
      for (const name of names) {
        const { version } = await rowOf(referralId);
        try {
          await acts[name]?.({ referralId, version }, householdId);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
        }
        const row = await rowOf(referralId);
        checkRow(row);
        if (closedAs && row.status !== closedAs)
          expect(["entered_in_error", "sent", "accepted", "waitlisted"]).toContain(row.status);
        closedAs = statusFacts[row.status].open ? null : row.status;
        reached.add(row.status);
      }
      await checkHistory(referralId, await rowOf(referralId));
    }),
    { numRuns: 40 },
  );
  await conserved();
  expect(reached.size).toBeGreaterThan(6);
}, 120_000);
