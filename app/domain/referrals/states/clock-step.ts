import { type ClockRules, expiresAt, halfwayTo } from "./referral-clocks";
import type { ReferralStatus } from "./referral-status";

/** Which reminders this stay in the status has had. */
export type Marks = { half: boolean; due: boolean };
export type ClockStep = "expire" | "remind_half" | "remind_due" | null;
type Timed = { status: ReferralStatus; sentAt: Date | null; dueAt: Date | null; resumeBy: Date | null };

/** What the clock asks for now: a reminder half way and when due, the end of the grace (domain.md 2.4). */
export function clockStep(row: Timed, marks: Marks, now: Date, rules: ClockRules): ClockStep {
  const due = row.dueAt ?? row.resumeBy;
  if (!due) return null;
  const expires = row.status === "sent" || row.status === "waitlisted";
  if (expires && now >= expiresAt(row.status, due, rules)) return "expire";
  if (now >= due) return marks.due ? null : "remind_due";
  const half = row.status === "sent" && row.sentAt && now >= halfwayTo(row.sentAt, due);
  return half && !marks.half ? "remind_half" : null;
}
