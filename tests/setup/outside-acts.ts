import * as referrals from "../../app/domain/referrals/index.server";
import type { Place } from "./authorization-matrix";
import { dayFromNow } from "./day-from-now";
import type { Sent } from "./hidden-states";
import { type Desk, send } from "./referral-desk";

const written = {
  method: "written" as const,
  language: "en",
  textVersion: "t",
  wordsShown: "Yes",
  dataClasses: ["name", "phone", "postal_code", "language", "child_ages", "needs"] as const,
};
export const writtenConsent = { ...written, dataClasses: [...written.dataClasses] };

export type OutsideActs = Record<string, (sent: Sent) => Promise<unknown>>;
const on = ({ referralId }: Sent) => ({ referralId, version: 1 });

/** Everything that a sender, a supervisor or the family can post about it, with the version that its page held. */
export function outsideActsOf(place: Place, desk: Desk): OutsideActs {
  const consent = writtenConsent;
  return {
    withdraw: (s) =>
      desk.screener((ctx) => referrals.withdrawReferral(ctx, { ...on(s), reasonCode: "needs_changed" })),
    "force back": (s) =>
      desk.supervisor((ctx) =>
        referrals.withdrawReferral(ctx, { ...on(s), reasonCode: "report_now_screened_in" }),
      ),
    "ask back": (s) =>
      desk.screener((ctx) => referrals.requestWithdrawal(ctx, { ...on(s), reasonCode: "needs_changed" })),
    answer: (s) => desk.screener((ctx) => referrals.answerQuestion(ctx, { ...on(s), answer: "Soon." })),
    settle: (s) => desk.screener((ctx) => referrals.settleFollowUp(ctx, on(s))),
    reroute: (s) =>
      desk.screener((ctx) => referrals.rerouteReferral(ctx, { ...on(s), serviceId: place.serviceId })),
    "family no": (s) =>
      desk.screener((ctx) => referrals.recordFamilyNo(ctx, { ...on(s), reasonCode: "transport" })),
    "no back": (s) => desk.screener((ctx) => referrals.undoFamilyNo(ctx, { referralId: s.referralId })),
    "family yes": (s) =>
      desk.screener((ctx) => referrals.recordFamilyYes(ctx, { ...on(s), messageOk: false, consent })),
    unreachable: (s) =>
      desk.supervisor((ctx) => referrals.recordUnreachable(ctx, { ...on(s), overrideReason: "Because" })),
    try: (s) =>
      desk.supervisor((ctx) =>
        referrals.recordContactAttempt(ctx, { referralId: s.referralId, way: "call", outcome: "reached" }),
      ),
    "try back": (s) =>
      desk.supervisor((ctx) =>
        referrals.undoContactAttempt(ctx, { referralId: s.referralId, attemptId: s.referralId }),
      ),
    reopen: (s) => desk.supervisor((ctx) => referrals.reopenReferral(ctx, { ...on(s), reason: "Again" })),
    reassign: (s) =>
      desk.supervisor((ctx) => referrals.reassignReferral(ctx, { ...on(s), toUserId: place.userId })),
    mistake: (s) => desk.screener((ctx) => referrals.markEnteredInError(ctx, { ...on(s), reason: "Twice" })),
    "send again": (s) => send(desk, { householdId: s.householdId, consent }),
    "send instead": (s) =>
      send(desk, { householdId: s.householdId, consent, replacesId: s.referralId, duplicateReason: "x" }),
    "stale page": (s) =>
      desk.screener((ctx) =>
        referrals.withdrawReferral(ctx, { ...on(s), version: 2, reasonCode: "duplicate" }),
      ),
    pause: (s) =>
      desk.family(s.householdId, (ctx) => referrals.holdReferral(ctx, { ...on(s), resumeBy: dayFromNow(9) })),
    decline: (s) =>
      desk.family(s.householdId, (ctx) => referrals.familyDeclines(ctx, { ...on(s), reasonCode: "cost" })),
    stop: (s) => desk.family(s.householdId, (ctx) => referrals.stopSharing(ctx, on(s))),
    feedback: (s) =>
      desk.family(s.householdId, (ctx) =>
        referrals.giveFeedback(ctx, { referralId: s.referralId, helped: "yes", saysServed: true }),
      ),
  };
}
