import { Prisma } from "~/db/generated/client";
import { capacityDecayDays } from "../openings/capacity";
import { staleDays } from "../reading/freshness";
import { evidenceShift, roomShift } from "./search-bits";
import { earlier } from "../../kernel/durations";

export type SearchSort = "fit" | "nearest" | "soonest";

/** What the order looks at, and how many bits each needs. */
const widths = {
  fit: 5,
  forThem: 1,
  room: 4,
  stale: 1,
  days: 14,
  language: 2,
  timeUnknown: 1,
  tenths: 17,
  evidence: 2,
} as const;
type Field = keyof typeof widths;
const orders: Record<SearchSort, readonly Field[]> = {
  fit: ["fit", "forThem", "room", "stale", "days", "language", "timeUnknown", "tenths", "evidence"],
  nearest: ["tenths", "fit", "forThem", "room", "stale"],
  soonest: ["room", "days", "fit", "forThem", "stale", "language", "tenths"],
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
  /** Miles, where the search has a place. */
  miles: Prisma.Sql | null;
}

/**
 * The order of domain.md 4.3 as one number, all but the fit of needs: smaller is better. Sorting and grouping by one
 * number costs a quarter of sorting by eight columns.
 */
export function rankSql(sort: SearchSort, now: Date, source: RankSource): Prisma.Sql {
  const stale = earlier(now, { days: staleDays });
  const told = earlier(now, { days: capacityDecayDays });
  const known = Prisma.sql`bits >> ${number(roomShift)} & 15`;
  const room = source.bandFull ? Prisma.sql`case when ${source.bandFull} then 9 else ${known} end` : known;
  const values: Record<Exclude<Field, "fit">, Prisma.Sql | null> = {
    room: Prisma.sql`case when capacity_as_of >= ${told} then ${room} else 3 end`,
    forThem: source.forThem,
    stale: Prisma.sql`case when assured_at <= ${stale} then 1 else 0 end`,
    days: Prisma.sql`days`,
    language: source.language,
    timeUnknown: source.timeUnknown,
    tenths: source.miles && Prisma.sql`coalesce(floor(${source.miles} * 10 + 0.5), 99990)`,
    evidence: Prisma.sql`least(bits >> ${number(evidenceShift)} & 15, 3)`,
  };
  const parts = orders[sort].flatMap((field) => {
    const value = field === "fit" ? null : values[field];
    return value ? [inPlace(sort, field, value)] : [];
  });
  return Prisma.join([...parts, Prisma.sql`place_no`], " + ");
}

/** The fit of needs, moved to its place in the number. */
export function fitSql(sort: SearchSort, fit: Prisma.Sql): Prisma.Sql {
  return inPlace(sort, "fit", fit);
}

/** The number taken apart again: the place, the room (0 open, 9 full or not taking referrals), and what orders. */
export function rankColumns(sort: SearchSort): Prisma.Sql {
  return Prisma.sql`(rank & ${number(2 ** placeWidth - 1)})::int as place_no,
    (rank >> ${number(shiftOf(sort, "room"))} & 15)::int as room, rank >> ${number(placeWidth)} as rank`;
}
