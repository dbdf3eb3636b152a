import { Prisma } from "~/db/generated/client";
import { capacityDecayDays } from "../openings/capacity";
import { staleDays } from "../reading/freshness";
import { halvingMiles } from "./nearness";
import { evidenceShift, roomShift } from "./search-bits";
import { earlier } from "../../kernel/durations";

export type SearchSort = "fit" | "nearest" | "soonest";

/** What the order looks at, and how many bits each needs. */
const widths = {
  band: 2,
  forThem: 1,
  room: 4,
  stale: 1,
  days: 14,
  language: 2,
  timeUnknown: 1,
  closeness: 7,
  tenths: 14,
  evidence: 2,
} as const;
type Field = keyof typeof widths;
const orders: Record<SearchSort, readonly Field[]> = {
  fit: [
    "band",
    "forThem",
    "room",
    "stale",
    "days",
    "language",
    "timeUnknown",
    "closeness",
    "tenths",
    "evidence",
  ],
  nearest: ["tenths", "band", "forThem", "room", "stale", "closeness"],
  soonest: ["room", "days", "band", "forThem", "stale", "language", "closeness", "tenths"],
};

/** The lowest bits hold the place: of a service's places the nearest is the smallest number, by its tenth of a mile. */
const placeWidth = 15;
const number = (value: number) => Prisma.raw(String(value));

function shiftOf(sort: SearchSort, field: Field): number {
  const order = orders[sort];
  return placeWidth + order.slice(order.indexOf(field) + 1).reduce((sum, each) => sum + widths[each], 0);
}

const inPlace = (sort: SearchSort, field: Field, value: Prisma.Sql) =>
  Prisma.sql`((${value})::int8 << ${number(shiftOf(sort, field))})`;

/** What only some searches rank by. */
export interface RankSource {
  /** Null with no language asked: 0 by staff, 1 by interpreter, 2 neither is said. */
  language: Prisma.Sql | null;
  timeUnknown: Prisma.Sql | null;
  /** 0 when it is stated to be for the caregivers asked for, else 1; null with none asked. */
  forThem: Prisma.Sql | null;
  /** True when openings are counted for the ages or languages asked and there are none; null with none asked. */
  bandFull: Prisma.Sql | null;
  /** Miles to the search's place, else to the middle of the jurisdiction. */
  miles: Prisma.Sql | null;
  /** How well the words of the search fit (a number, more is better), null of a search without words. */
  fit: Prisma.Sql | null;
  /** True of a program whose name the line is; null when it is nobody's. */
  named: Prisma.Sql | null;
  /** How far around a place of the search is looked; null: the miles are to no place of it. */
  around: number | null;
}

/** Of the best fit, the way to it counted in: from here on strong, from here on good; the rest is partial. */
const fitBands = { strong: 0.6, good: 0.35 };
/** Without a place in the search all of the middle of the jurisdiction is equally near. */
const middleMiles = 6;
/** What a program without a point is taken to be away at least: it is called, or comes, or hides. It is nearer than nothing that was looked for. */
const unknownMiles = 5;

function fitRanks(source: RankSource): Pick<Record<Field, Prisma.Sql | null>, "band" | "closeness"> {
  const { fit, miles, around, named } = source;
  if (!fit) return { band: null, closeness: null };
  const unknown = Math.max(unknownMiles, around ?? 0);
  const near = miles
    ? Prisma.sql`${fit} / (1 + greatest(0, coalesce(${miles}, ${number(unknown)}) - ${number(around === null ? middleMiles : 0)}) / ${number(halvingMiles)}.0)`
    : fit;
  const share = Prisma.sql`${near} / max(${near}) over ()`;
  const band = Prisma.sql`case when ${share} >= ${number(fitBands.strong)} then 0 when ${share} >= ${number(fitBands.good)} then 1 else 2 end`;
  return {
    // Before them all whoever was named.
    band: named ? Prisma.sql`case when ${named} then 0 else 1 + ${band} end` : band,
    closeness: Prisma.sql`floor(127 * (1 - ${share}))`,
  };
}

/**
 * The order of domain.md 4.3 as one number: smaller is better. Sorting and grouping by one
 * number costs a quarter of sorting by eight columns.
 */
export function rankSql(sort: SearchSort, now: Date, source: RankSource): Prisma.Sql {
  const stale = earlier(now, { days: staleDays });
  const told = earlier(now, { days: capacityDecayDays });
  const known = Prisma.sql`bits >> ${number(roomShift)} & 15`;
  const room = source.bandFull ? Prisma.sql`case when ${source.bandFull} then 9 else ${known} end` : known;
  const values: Record<Field, Prisma.Sql | null> = {
    ...fitRanks(source),
    room: Prisma.sql`case when capacity_as_of >= ${told} then ${room} else 3 end`,
    forThem: source.forThem,
    stale: Prisma.sql`case when assured_at <= ${stale} then 1 else 0 end`,
    days: Prisma.sql`days`,
    language: source.language,
    timeUnknown: source.timeUnknown,
    tenths: source.miles && Prisma.sql`least(coalesce(floor(${source.miles} * 10 + 0.5), 16383), 16383)`,
    evidence: Prisma.sql`least(bits >> ${number(evidenceShift)} & 15, 3)`,
  };
  const parts = orders[sort].flatMap((field) => {
    const value = values[field];
    return value ? [inPlace(sort, field, value)] : [];
  });
  return Prisma.join([...parts, Prisma.sql`place_no`], " + ");
}

/** The number taken apart again: the place, the room (0 open, 9 full or not taking referrals), and what orders. */
export function rankColumns(sort: SearchSort): Prisma.Sql {
  return Prisma.sql`(rank & ${number(2 ** placeWidth - 1)})::int as place_no,
    (rank >> ${number(shiftOf(sort, "room"))} & 15)::int as room,
    (rank >> ${number(shiftOf(sort, "band"))} & 3)::int as band, rank >> ${number(placeWidth)} as rank`;
}
