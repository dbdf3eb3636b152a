import { daysPassed, earlier } from "../../kernel/durations";

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
  /** Whether families may be sent there now: not while it is paused, nor while its organization may not be sent any. */
  acceptsReferrals: boolean;
  /** Counts by age and language, where they are kept. */
  bands?: readonly CountedBand[];
}
/** Openings for children of these months and families of this language; null: all. `at` is when they were counted (ISO). */
export interface CountedBand {
  from: number | null;
  to: number | null;
  language: string | null;
  available: number;
  at: string;
}
/** Room as people read it. `unknown` is shown as "Call first". */
export interface Room {
  kind: "openings" | "open" | "waitlist" | "full" | "assess_first" | "unknown" | "closed";
  available: number | null;
  waitlistDays: number | null;
  /** The count is of the searched age or language alone. */
  band?: true;
}

export function daysSince(at: Date, now: Date): number {
  return Math.floor(daysPassed(at, now));
}

/** Whether what was said of openings then still counts. */
export const isToldStill = (asOf: Date | null, now: Date): boolean =>
  asOf !== null && daysPassed(asOf, now) <= capacityDecayDays;

/** What may still be said about room, given how old the count is. */
export function roomOf(facts: CapacityFacts, now: Date): Room {
  const none = { available: null, waitlistDays: null };
  if (!facts.acceptsReferrals) return { kind: "closed", ...none };
  if (!facts.status || !isToldStill(facts.asOf, now)) {
    return { kind: "unknown", ...none };
  }
  if (facts.status === "waitlist")
    return { kind: "waitlist", available: null, waitlistDays: facts.waitlistDays };
  if (facts.status === "open" && facts.available !== null && facts.available > 0) {
    return { kind: "openings", available: facts.available, waitlistDays: null };
  }
  return { kind: facts.status === "open" ? "open" : facts.status, ...none };
}

type BandsAsked = { childAgesMonths: readonly number[]; languages: readonly string[] };

/** The counts, not older than fourteen days, that say something about this search. */
function bandsFor(bands: readonly CountedBand[], asked: BandsAsked, now: Date): CountedBand[] {
  const since = earlier(now, { days: capacityDecayDays });
  return bands.filter((band) => {
    const byAge = (band.from !== null || band.to !== null) && asked.childAgesMonths.length > 0;
    const byLanguage = band.language !== null && asked.languages.length > 0;
    if (new Date(band.at) < since || (!byAge && !byLanguage)) return false;
    const ageFits =
      !byAge || asked.childAgesMonths.some((age) => age >= (band.from ?? -9) && age <= (band.to ?? 264));
    return ageFits && (!byLanguage || asked.languages.includes(band.language ?? ""));
  });
}

/** Room for the age and language of a search. Never more than the whole has; none counted for them leaves the whole's word. */
export function roomOfBands(room: Room, facts: CapacityFacts, asked: BandsAsked, now: Date): Room {
  if (room.kind !== "openings" && room.kind !== "open") return room;
  const bands = bandsFor(facts.bands ?? [], asked, now);
  if (bands.length === 0) return room;
  const counted = bands.reduce((sum, band) => sum + band.available, 0);
  if (counted === 0) return { kind: "full", available: null, waitlistDays: null, band: true };
  return {
    kind: "openings",
    available: room.available === null ? counted : Math.min(counted, room.available),
    waitlistDays: null,
    band: true,
  };
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
