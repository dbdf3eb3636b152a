import { Prisma } from "~/db/generated/client";
import { queryRows } from "~/db/query-rows.server";
import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { whereFor } from "../../kernel/index.server";
import { type SearchChip, type SearchCriteria, chipsOf, removeChip } from "./search-criteria";
import { type SearchListingsInput, pageSize, searchListingsSchema } from "./search-listings.schema";
import { askedSearch } from "./asked-search.server";
import { type FoundListing, foundListing, type KeptListing } from "./found-listing";
import { type AskedSearch, bestSql, matchParts } from "./search-sql.server";

export type WiderSearch = { criteria: SearchCriteria; count: number } & (
  | { kind: "chip"; chip: SearchChip }
  | { kind: "radius"; miles: number }
);
export interface SearchListingsResult {
  criteria: SearchCriteria;
  chips: SearchChip[];
  /** At most 25, best first, the same every time. */
  results: FoundListing[];
  /** Programs that fit and take referrals; `open` of them are known to have room. */
  total: number;
  open: number;
  pages: number;
  /** Fit, but full or not taking referrals: shown folded, at most 10. */
  closed: FoundListing[];
  closedTotal: number;
  /** When nothing fits: what fits without one chip or in a wider circle. */
  wider: WiderSearch[];
}
type Counted = { total: number; open: number; closed: number };
type PickedRow = Counted & { shut: boolean } & (KeptListing | { facts: null });
const metTopics = Prisma.sql`(select json_agg(json_build_array(topic, way, entire) order by topic) from (
  select distinct on (topic) topic, way, entire from hit where hit.service_id = best.service_id
  order by topic, entire desc, got desc, way) as met)`;

async function pickRows(
  ctx: Ctx,
  input: ReturnType<typeof searchListingsSchema.parse>,
  asked: AskedSearch,
): Promise<PickedRow[]> {
  const { jurisdictionId } = ctx.actor;
  const before = (input.page - 1) * pageSize;
  const statement = Prisma.sql`
    with ${matchParts(asked, input.leaveOut)},
    counted as (select count(*) filter (where room < 9)::int as total, count(*) filter (where room = 0)::int as open,
      count(*) filter (where room = 9)::int as closed from m),
    best as (${bestSql(input.criteria, { shut: false, most: before + pageSize })} union all
      ${bestSql(input.criteria, { shut: true, most: 10 })}),
    ordered as (
      select best.shut, c.facts, c.card, best.service_id,
        row_number() over (partition by best.shut order by best.rank, c.name collate "C", c.service_id) as position
      from best join listing_card c on c.jurisdiction_id = ${jurisdictionId}::uuid
        and c.service_id = best.service_id and c.place_no = best.place_no)
    select counted.*, best.shut, best.facts, best.card, ${asked.topics.length > 0 ? metTopics : Prisma.sql`null`} as met
    from counted left join ordered best on best.position > case when best.shut then 0 else ${before}::int8 end
      and best.position <= case when best.shut then 10 else ${before + pageSize}::int8 end
    order by best.shut, best.position`;
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
  const search = await askedSearch(ctx, criteria, asked.sort);
  const rows = await pickRows(ctx, asked, search);
  const counts: Counted = rows[0] ?? { total: 0, open: 0, closed: 0 };
  const shown = (shut: boolean) =>
    rows.flatMap((row) => (row.facts && row.shut === shut ? [foundListing(row, search)] : []));
  return {
    criteria,
    chips: chipsOf(criteria),
    results: shown(false),
    total: counts.total,
    open: counts.open,
    pages: Math.max(1, Math.ceil(counts.total / pageSize)),
    closed: shown(true),
    closedTotal: counts.closed,
    wider: counts.total === 0 ? await widerSearches(ctx, asked, search) : [],
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
  asked: AskedSearch,
): Promise<WiderSearch[]> {
  const found: WiderSearch[] = [];
  for (const wider of widerCriteria(criteria).slice(0, 12)) {
    const search = { ...asked, ...(await askedSearch(ctx, wider.criteria)) };
    const [row] = await ctx.tx.$queryRaw<{ count: number }[]>`
      with ${matchParts(search, leaveOut)} select count(*)::int as count from m where room < 9`;
    found.push({ ...wider, count: row?.count ?? 0 } as WiderSearch);
  }
  return found;
}
