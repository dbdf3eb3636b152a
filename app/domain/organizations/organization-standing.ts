import { asColumn, dateOf } from "../kernel/calendar";
import { daysPassed } from "../kernel/durations";

/** Whether an organization may be sent families (domain.md 2.2), as far as its own row says. */
export type OrganizationStanding = "ready" | "suspended" | "vetting_ended" | "merged";

/** How long before its end a vetting shows in the administrator's list. */
export const vettingNoticeDays = 60;
/** Fewer people than this, and one who leaves shuts the organization (domain.md 3, pain 19). */
export const peopleWanted = 2;

export type StandingFacts = { status: string; vettedUntil: Date | null; mergedIntoId: string | null };

/** `today` is the jurisdiction's own date, YYYY-MM-DD. Never vetted is no bar: an imported organization is sent families by mail. */
export function standingOf(row: StandingFacts, today: string): OrganizationStanding {
  if (row.mergedIntoId) return "merged";
  if (row.status === "suspended") return "suspended";
  if (row.vettedUntil && dateOf(row.vettedUntil) < today) return "vetting_ended";
  return "ready";
}

export type VettingState = "never" | "valid" | "ends_soon" | "ended";

export function vettingOf(vettedUntil: Date | null, today: string): VettingState {
  if (!vettedUntil) return "never";
  const end = dateOf(vettedUntil);
  if (end < today) return "ended";
  return daysPassed(asColumn(today), vettedUntil) <= vettingNoticeDays ? "ends_soon" : "valid";
}
