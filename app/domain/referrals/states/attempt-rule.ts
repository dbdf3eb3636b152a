import type { JurisdictionSettings } from "../../organizations/jurisdiction-settings";
import { daysPassed } from "../../kernel/durations";
import { wallTime } from "../../kernel/calendar";

/** A try to reach the family. Ways: call, text, email, letter, visit. */
export type Attempt = { at: Date; way: string };
export const attemptWays = ["call", "text", "email", "letter", "visit"] as const;
export const attemptOutcomes = [
  "reached",
  "no_answer",
  "left_message",
  "wrong_number",
  "no_longer_in_service",
] as const;

export type AttemptRule = JurisdictionSettings["attemptRule"];
/** What is still missing before "Could not reach the family" opens; all zero when it is open. */
export type AttemptShortfall = {
  tries: number;
  ways: number;
  timesOfDay: number;
  days: number;
  met: boolean;
};

/** morning before 12, afternoon before 17, evening after; by the family's local clock. */
function timeOfDay(at: Date, timeZone: string): "morning" | "afternoon" | "evening" {
  const { hour } = wallTime(timeZone, at);
  if (hour < 12) return "morning";
  return hour < 17 ? "afternoon" : "evening";
}

/** Three tries, two ways, two times of day, over seven days (domain.md 2.4); `at` is now. */
export function attemptShortfall(
  attempts: readonly Attempt[],
  rule: AttemptRule,
  timeZone: string,
  at: Date,
): AttemptShortfall {
  const first = new Date(Math.min(at.getTime(), ...attempts.map((attempt) => attempt.at.getTime())));
  const ways = new Set(attempts.map(({ way }) => way)).size;
  const times = new Set(attempts.map((attempt) => timeOfDay(attempt.at, timeZone))).size;
  const missing = {
    tries: Math.max(0, rule.tries - attempts.length),
    ways: Math.max(0, rule.ways - ways),
    timesOfDay: Math.max(0, rule.timesOfDay - times),
    days:
      attempts.length === 0 ? rule.overDays : Math.max(0, rule.overDays - Math.floor(daysPassed(first, at))),
  };
  return { ...missing, met: Object.values(missing).every((left) => left === 0) };
}
