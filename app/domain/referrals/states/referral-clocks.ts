import {
  type BusinessCalendar,
  addBusinessDays,
  addBusinessHours,
  openHoursBetween,
} from "../../kernel/business-calendar";
import { later } from "../../kernel/durations";
import type { JurisdictionSettings } from "../../organizations/jurisdiction-settings";
import { type ReferralClock, type ReferralStatus, statusFacts } from "./referral-status";

/** By when the next act is due, or, in a pause, by when it resumes; both null when closed. */
export type DueTimes = { dueAt: Date | null; resumeBy: Date | null };
export type ClockRules = { calendar: BusinessCalendar; clocks: JurisdictionSettings["clocks"] };

function businessDaysOf(clock: ReferralClock, urgent: boolean, clocks: ClockRules["clocks"]): number {
  const speed = urgent ? "urgent" : "standard";
  switch (clock) {
    case "outreach":
      return clocks.outreach[speed];
    case "answer":
      return clocks.answer[speed];
    case "first_attempt":
      return clocks.firstAttempt[speed];
    case "needs_information":
      return clocks.needsInformation;
    default:
      return clocks.firstSession;
  }
}

/** The due times that entering `status` at `at` sets (domain.md 2.4). */
export function dueOnEntering(
  status: ReferralStatus,
  at: Date,
  urgent: boolean,
  rules: ClockRules,
): DueTimes {
  const { clock } = statusFacts[status];
  if (clock === "none") return { dueAt: null, resumeBy: null };
  if (clock === "pause")
    return { dueAt: null, resumeBy: later(at, { days: rules.clocks.onHoldMaxCalendarDays }) };
  if (clock === "keep_warm") {
    return { dueAt: later(at, { days: rules.clocks.waitlistKeepWarmCalendarDays }), resumeBy: null };
  }
  return {
    dueAt: addBusinessDays(rules.calendar, at, businessDaysOf(clock, urgent, rules.clocks)),
    resumeBy: null,
  };
}

/** When a silent provider's referral, or a waitlist nobody confirmed, is closed as expired. */
export function expiresAt(status: ReferralStatus, dueAt: Date, rules: ClockRules): Date {
  return status === "waitlisted"
    ? later(dueAt, { days: rules.clocks.waitlistConfirmCalendarDays })
    : addBusinessDays(rules.calendar, dueAt, rules.clocks.answerGrace);
}

/** Half way to the answer: the first reminder. */
export function halfwayTo(from: Date, dueAt: Date): Date {
  return new Date((from.getTime() + dueAt.getTime()) / 2);
}

/**
 * The provider's due time after the sender answered a question: the open time that was left when it was asked
 * starts again at the answer. `pauses` in order, each from question to answer.
 */
export function dueAfterPauses(
  calendar: BusinessCalendar,
  firstDue: Date,
  pauses: readonly { from: Date; to: Date }[],
): Date {
  return pauses.reduce((due, pause) => {
    const resumed = addBusinessHours(calendar, pause.to, openHoursBetween(calendar, pause.from, due));
    // The close of one day and the opening of the next are the same open time; a pause never gives less.
    return resumed > due ? resumed : due;
  }, firstDue);
}
