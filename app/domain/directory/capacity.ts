/** After this many days a count of openings says nothing any more (design.md 5). */
export const capacityDecayDays = 14;
/** When providers are asked again. */
export const capacityAskDays = 10;

export type CapacityCode = "open" | "waitlist" | "full" | "assess_first";
export interface CapacityFacts {
  status: CapacityCode | null;
  available: number | null;
  asOf: Date | null;
  waitlistDays: number | null;
  acceptsReferrals: boolean;
  temporarilyClosed: boolean;
}
/** Room as people read it. `unknown` is shown as "Call first". */
export interface Room {
  kind: "openings" | "open" | "waitlist" | "full" | "assess_first" | "unknown" | "closed";
  available: number | null;
  waitlistDays: number | null;
}

export function daysSince(at: Date, now: Date): number {
  return Math.floor((now.getTime() - at.getTime()) / 86_400_000);
}

/** What may still be said about room, given how old the count is. */
export function roomOf(facts: CapacityFacts, now: Date): Room {
  const none = { available: null, waitlistDays: null };
  if (!facts.acceptsReferrals || facts.temporarilyClosed) return { kind: "closed", ...none };
  if (!facts.status || !facts.asOf || now.getTime() - facts.asOf.getTime() > capacityDecayDays * 86_400_000) {
    return { kind: "unknown", ...none };
  }
  if (facts.status === "waitlist")
    return { kind: "waitlist", available: null, waitlistDays: facts.waitlistDays };
  if (facts.status === "open" && facts.available !== null && facts.available > 0) {
    return { kind: "openings", available: facts.available, waitlistDays: null };
  }
  return { kind: facts.status === "open" ? "open" : facts.status, ...none };
}

/** Order of room in results; 9 is folded away as not taking referrals. */
export function roomRank(room: Room): number {
  const ranks: Record<Room["kind"], number> = {
    openings: 0,
    open: 0,
    assess_first: 1,
    waitlist: 2,
    unknown: 3,
    full: 9,
    closed: 9,
  };
  return ranks[room.kind];
}

/** The status that a count of openings means. */
export function statusOfCount(available: number, waitlistDays: number | null): CapacityCode {
  if (available > 0) return "open";
  return waitlistDays === null ? "full" : "waitlist";
}
