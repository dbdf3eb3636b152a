import type { CapacityFacts } from "./capacity";

/** A place of a listing with its openings; null where nobody has counted them there. */
export interface CountedPlace {
  capacityAvailable: number | null;
  capacityAsOf: Date | null;
}
type Said = Pick<CapacityFacts, "status" | "available" | "asOf">;
const notKnown: Said = { status: null, available: null, asOf: null };

const countOf = ({ capacityAvailable, capacityAsOf }: CountedPlace): number | null =>
  capacityAsOf === null ? null : capacityAvailable;

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

const countsOf = (places: readonly CountedPlace[]): number[] => places.flatMap((one) => countOf(one) ?? []);

/** The openings of a listing that are counted by place, known since the oldest of these counts; null where none is. */
export function wholeOfPlaces(places: readonly CountedPlace[]): { available: number; asOf: Date } | null {
  const times = places.flatMap((one) => (countOf(one) === null ? [] : (one.capacityAsOf?.getTime() ?? [])));
  return times.length === 0 ? null : { available: sum(countsOf(places)), asOf: new Date(Math.min(...times)) };
}

/**
 * What is said of room at one open place of a listing, of all its open places (decision 0028). Where no place is counted it is the
 * listing's word; so it is while the listing has no room, or only a waitlist. A place that nobody counted beside others is not known.
 * What was taken of the whole since was taken at one of the places: its number is said only where it can have been taken nowhere else.
 * The same in SQL: search-index/room-at-place.server.ts.
 */
export function capacityAtPlace(whole: Said, places: readonly CountedPlace[], at: CountedPlace): Said {
  const counts = countsOf(places);
  if (counts.length === 0 || (whole.status ?? "open") !== "open") return whole;
  const here = countOf(at);
  if (here === null) return notKnown;
  const asOf = at.capacityAsOf;
  if (here === 0) return { status: "full", available: 0, asOf };
  const taken = whole.available === null ? 0 : Math.max(0, sum(counts) - whole.available);
  if (counts.filter((one) => one > 0).length === 1)
    return { status: "open", available: Math.max(0, here - taken), asOf };
  if (taken === 0) return { status: "open", available: here, asOf };
  return here > taken ? { status: "open", available: null, asOf } : notKnown;
}

const placeRank = { open: 0, assess_first: 1, waitlist: 2, unknown: 3, full: 9 };

/**
 * Open places of a listing, first the one that stands for it where nobody asks for a place: the one with room, of several the last
 * counted; else as they were. Of search rows `wordRows` says the same.
 */
export function leadFirst<P extends CountedPlace>(whole: Said, places: readonly P[]): P[] {
  const said = new Map(places.map((one) => [one, capacityAtPlace(whole, places, one)]));
  const rank = (one: P) => placeRank[said.get(one)?.status ?? "unknown"];
  const time = (one: P) => said.get(one)?.asOf?.getTime() ?? 0;
  return places.toSorted((a, b) => rank(a) - rank(b) || time(b) - time(a));
}
