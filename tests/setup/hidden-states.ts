import * as referrals from "../../app/domain/referrals/index.server";
import { fixedClock } from "../../app/domain/kernel/clock";
import { later } from "../../app/domain/kernel/durations";
import type { Place } from "./authorization-matrix";
import type { TestDatabase } from "./database";
import { dayFromNow } from "./day-from-now";
import { type Desk, deskOf } from "./referral-desk";

export type Sent = { referralId: string; householdId: string; callId: string };
type Act = (sent: Sent, version: number) => Promise<unknown>;
export type HiddenStates = Record<string, (sent: Sent) => Promise<void>>;

/** Everything that a receiver can have made of a referral, unseen. */
export function hiddenStatesOf(db: TestDatabase, place: Place, desk: Desk): HiddenStates {
  const inTwentyDays = deskOf(db, place, fixedClock(later(new Date(), { days: 20 }).toISOString()));
  const versionOf = async ({ referralId }: Sent): Promise<number> =>
    (await db.owner.query("select version from service_referral where id = $1", [referralId])).rows[0]
      .version;
  /** One act of the receiver after another, each on the row as it then stands. */
  const steps =
    (...acts: Act[]) =>
    async (sent: Sent) => {
      for (const act of acts) await act(sent, await versionOf(sent));
    };
  const open: Act = ({ referralId }) => desk.provider((ctx) => referrals.readReferral(ctx, { referralId }));
  const accept: Act = ({ referralId }, version) =>
    desk.provider((ctx) => referrals.acceptReferral(ctx, { referralId, version }));
  const reach: Act = ({ referralId }) =>
    desk.provider((ctx) =>
      referrals.recordContactAttempt(ctx, { referralId, way: "call", outcome: "reached" }),
    );
  const undoTry: Act = ({ referralId }) =>
    desk.provider(async (ctx) => {
      const { undo } = await referrals.readReferral(ctx, { referralId });
      await referrals.undoContactAttempt(ctx, { referralId, attemptId: undo?.attemptId ?? "" });
    });
  const wait: Act = ({ referralId }, version) =>
    desk.provider((ctx) => referrals.waitlistReferral(ctx, { referralId, version, familyAgreed: true }));
  const decline =
    (reasonCode: string): Act =>
    ({ referralId }, version) =>
      desk.provider((ctx) => referrals.declineReferral(ctx, { referralId, version, reasonCode }));
  const schedule: Act = ({ referralId }, version) =>
    desk.provider((ctx) => referrals.scheduleReferral(ctx, { referralId, version, on: dayFromNow(3) }));
  const hold: Act = ({ referralId }, version) =>
    desk.provider((ctx) => referrals.holdReferral(ctx, { referralId, version, resumeBy: dayFromNow(9) }));
  const familyNo: Act = ({ referralId }, version) =>
    desk.provider((ctx) => referrals.recordFamilyNo(ctx, { referralId, version, reasonCode: "moved" }));
  const stand =
    (status: string): Act =>
    ({ referralId }) =>
      db.owner.query(
        `update service_referral set status = $2::referral_status, version = version + 1, next_act = null, due_at = null,
       closed_at = now(), reached_at = now(), connected_at = now() where id = $1`,
        [referralId, status],
      );
  const clock: Act = () => inTwentyDays.system(referrals.expireOverdue);

  return {
    sent: steps(),
    opened: steps(open),
    accepted: steps(open, accept),
    undone: steps(accept, ({ referralId }, version) =>
      desk.provider((ctx) => referrals.undoLastAct(ctx, { referralId, version })),
    ),
    contacting: steps(accept, reach),
    "try taken back": steps(accept, reach, undoTry),
    scheduled: steps(accept, schedule),
    "on hold": steps(accept, reach, hold),
    waitlisted: steps(wait),
    declined: steps(decline("no_capacity")),
    "not offered": steps(decline("service_not_offered")),
    "family no": steps(accept, reach, familyNo),
    connected: steps(accept, reach, stand("connected")),
    unreachable: steps(accept, reach, stand("unreachable")),
    expired: steps(clock),
  };
}
