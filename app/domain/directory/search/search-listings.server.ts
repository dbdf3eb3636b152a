import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { whereFor } from "../../kernel/index.server";
import { roomRank } from "../openings/capacity";
import { type SearchChip, type SearchCriteria, chipsOf, removeChip } from "./search-criteria";
import { type SearchListingsInput, pageSize, searchListingsSchema } from "./search-listings.schema";
import { askedSearch } from "./asked-search.server";
import { type FoundListing, foundListing } from "./found-listing";
import { type Counted, pickRows } from "./pick-rows.server";
import { type AskedSearch, matchParts } from "./search-sql.server";

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
  /** Of these, those that fit well, or have a need that was asked for: without them the wish is not met. */
  openWell: number;
  /** There are more, of which less was said of what was asked: the best were looked at and counted. */
  cut: boolean;
  pages: number;
  /** Fit, but full or not taking referrals: shown folded, at most 10. */
  closed: FoundListing[];
  closedTotal: number;
  /** When nothing fits: what fits without one chip or in a wider circle. */
  wider: WiderSearch[];
}
/** Of a page's programs those with room that have a need of the search, whatever they say of it. */
function openWithNeed(results: readonly FoundListing[], { needs }: SearchCriteria): number {
  return results.filter(
    ({ room, facts }) => roomRank(room) === 0 && facts.needCodes.some((code) => needs.includes(code)),
  ).length;
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
  const counts: Counted = rows[0] ?? { total: 0, open: 0, openWell: 0, closed: 0, cut: false };
  const shown = (shut: boolean) =>
    rows.flatMap((row) => (row.facts && row.shut === shut ? [foundListing(row, search)] : []));
  const results = shown(false);
  return {
    criteria,
    chips: chipsOf(criteria),
    results,
    total: counts.total,
    open: counts.open,
    openWell: Math.max(counts.openWell, openWithNeed(results, criteria)),
    cut: counts.cut,
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
      with ${matchParts(search, { leaveOut })} select count(*)::int as count from m where room < 9`;
    found.push({ ...wider, count: row?.count ?? 0 } as WiderSearch);
  }
  return found;
}
