import type { Prisma } from "~/db/generated/client";
import { capacityAskDays, capacityDecayDays, daysSince } from "../openings/capacity";
import { earlier } from "../../kernel/durations";

/** Days after the last check by a person (design.md 5). An import is not a check. */
export const quickLookAskDays = 75;
export const reviewAskDays = 150;
export const reviewDueDays = 180;
export const staleDays = 270;
/** "All still right" confirms so many listings at once, each of which somebody can look at. */
export const confirmedAtOnce = 5;

export type ReviewState = "not_checked" | "fresh" | "quick_look" | "due_soon" | "due_for_review" | "stale";
export interface Freshness {
  review: ReviewState;
  /** Whole days since a person checked; null when nobody has. */
  checkedDaysAgo: number | null;
  openings: "known" | "ask" | "late" | "never";
  /** Whole days since openings were told; null: never. */
  toldDaysAgo: number | null;
}

function reviewOf(days: number | null): ReviewState {
  if (days === null) return "not_checked";
  if (days >= staleDays) return "stale";
  if (days >= reviewDueDays) return "due_for_review";
  if (days >= reviewAskDays) return "due_soon";
  return days >= quickLookAskDays ? "quick_look" : "fresh";
}

/** How old a listing's facts are, and what that makes due. */
export function freshnessOf(
  facts: { assuredAt: Date | null; capacityAsOf: Date | null },
  now: Date,
): Freshness {
  const days = facts.assuredAt ? Math.max(0, daysSince(facts.assuredAt, now)) : null;
  const age = facts.capacityAsOf ? Math.max(0, daysSince(facts.capacityAsOf, now)) : null;
  const openings =
    age === null ? "never" : age > capacityDecayDays ? "late" : age >= capacityAskDays ? "ask" : "known";
  return { review: reviewOf(days), checkedDaysAgo: days, openings, toldDaysAgo: age };
}

/** Whether a provider should be asked to look at this listing now. */
export function isDue(fresh: Freshness): boolean {
  return fresh.openings === "late" || fresh.openings === "ask" || fresh.review !== "fresh";
}

/** The same as a condition on the table. */
export function dueWhere(now: Date): Prisma.ServiceWhereInput {
  const daysAgo = (days: number) => earlier(now, { days });
  return {
    OR: [
      { capacityAsOf: { lte: daysAgo(capacityAskDays) } },
      { assuredAt: null },
      { assuredAt: { lte: daysAgo(quickLookAskDays) } },
    ],
  };
}
