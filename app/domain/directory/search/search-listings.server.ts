import { Prisma } from "~/db/generated/client";
import { queryRows } from "~/db/query-rows.server";
import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { whereFor } from "../../kernel/index.server";
import {
  type Card,
  type FoundFacts,
  type ListingResult,
  cardSchema,
  foundRow,
  resultOf,
} from "../reading/listing-card";
import { type SearchChip, type SearchCriteria, chipsOf, removeChip } from "./search-criteria";
import { type SearchListingsInput, pageSize, searchListingsSchema } from "./search-listings.schema";
import { bestSql, matchesSql } from "./search-sql.server";

export type WiderSearch = { criteria: SearchCriteria; count: number } & (
  | { kind: "chip"; chip: SearchChip }
  | { kind: "radius"; miles: number }
);
export interface SearchListingsResult {
  criteria: SearchCriteria;
  chips: SearchChip[];
  /** At most 25, best first, the same every time. */
  results: ListingResult[];
  /** Programs that fit and take referrals; `open` of them are known to have room. */
  total: number;
  open: number;
  pages: number;
  /** Fit, but full or not taking referrals: shown folded, at most 10. */
  closed: ListingResult[];
  closedTotal: number;
  /** When nothing fits: what fits without one chip or in a wider circle. */
  wider: WiderSearch[];
}
type Counted = { total: number; open: number; closed: number };
type PickedRow = Counted & { shut: boolean; facts: FoundFacts | null; card: Card };

/** Without what the family is not to be offered. */
const offered = (leaveOut: readonly string[]) =>
  leaveOut.length > 0 ? Prisma.sql`where service_id <> all(${[...leaveOut]}::uuid[])` : Prisma.empty;

async function pickRows(
  ctx: Ctx,
  input: ReturnType<typeof searchListingsSchema.parse>,
): Promise<PickedRow[]> {
  const { jurisdictionId } = ctx.actor;
  const before = (input.page - 1) * pageSize;
  const statement = Prisma.sql`
    with m as materialized (select * from (${matchesSql(jurisdictionId, input.criteria, ctx.clock.now(), input.sort)}) as x ${offered(input.leaveOut)}),
    counted as (select count(*) filter (where room < 9)::int as total, count(*) filter (where room = 0)::int as open,
      count(*) filter (where room = 9)::int as closed from m),
    best as (${bestSql(input.criteria, { shut: false, most: before + pageSize })} union all
      ${bestSql(input.criteria, { shut: true, most: 10 })}),
    ordered as (
      select best.shut, c.facts, c.card,
        row_number() over (partition by best.shut order by best.rank, c.name collate "C", c.service_id) as position
      from best join listing_card c on c.jurisdiction_id = ${jurisdictionId}::uuid
        and c.service_id = best.service_id and c.place_no = best.place_no)
    select counted.*, p.shut, p.facts, p.card
    from counted left join ordered p on p.position > case when p.shut then 0 else ${before}::int8 end
      and p.position <= case when p.shut then 10 else ${before + pageSize}::int8 end
    order by p.shut, p.position`;
  return queryRows<PickedRow>(ctx.tx, statement);
}

/**
 * Published listings of the jurisdiction that fit a search, for the public and for staff alike: hard rules first,
 * then the order of domain.md 4.3. An unknown fact never hides a program. No coordinate leaves, and nothing of where a
 * hidden place is. Reads only: what it could not find is `recordUnmetNeed`'s. Throws Invalid on criteria that do not parse.
 */
export async function searchListings(ctx: Ctx, input: SearchListingsInput): Promise<SearchListingsResult> {
  whereFor(ctx, "search", "Service");
  const asked = parseInput(searchListingsSchema, input);
  const { criteria } = asked;
  const rows = await pickRows(ctx, asked);
  const counts: Counted = rows[0] ?? { total: 0, open: 0, closed: 0 };
  const now = ctx.clock.now();
  const shown = (shut: boolean) =>
    rows.flatMap(({ facts, card, ...row }) =>
      facts && row.shut === shut ? [resultOf(foundRow(facts, cardSchema.parse(card)), criteria, now)] : [],
    );
  return {
    criteria,
    chips: chipsOf(criteria),
    results: shown(false),
    total: counts.total,
    open: counts.open,
    pages: Math.max(1, Math.ceil(counts.total / pageSize)),
    closed: shown(true),
    closedTotal: counts.closed,
    wider: counts.total === 0 ? await widerSearches(ctx, asked) : [],
  };
}

function widerCriteria(criteria: SearchCriteria): Omit<WiderSearch, "count">[] {
  const radii = criteria.place ? [10, 25, 50].filter((miles) => miles > criteria.radiusMiles) : [];
  return [
    ...radii.map((miles) => ({
      kind: "radius" as const,
      miles,
      criteria: { ...criteria, radiusMiles: miles },
    })),
    ...chipsOf(criteria).map((chip) => ({
      kind: "chip" as const,
      chip,
      criteria: removeChip(criteria, chip.id),
    })),
  ];
}

async function widerSearches(
  ctx: Ctx,
  { criteria, leaveOut }: ReturnType<typeof searchListingsSchema.parse>,
): Promise<WiderSearch[]> {
  const found: WiderSearch[] = [];
  for (const wider of widerCriteria(criteria).slice(0, 12)) {
    const [row] = await ctx.tx.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from (${matchesSql(ctx.actor.jurisdictionId, wider.criteria, ctx.clock.now())}) m
      ${leaveOut.length > 0 ? Prisma.sql`${offered(leaveOut)} and` : Prisma.sql`where`} room < 9`;
    found.push({ ...wider, count: row?.count ?? 0 } as WiderSearch);
  }
  return found;
}
