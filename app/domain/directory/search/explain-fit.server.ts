import { z } from "zod";
import { Prisma } from "~/db/generated/client";
import { queryRows } from "~/db/query-rows.server";
import type { Ctx } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { whereFor } from "../../kernel/index.server";
import { askedSearch } from "./asked-search.server";
import { type FoundListing, type KeptListing, foundListing } from "./found-listing";
import type { Match } from "./match-rules";
import { searchCriteriaSchema } from "./search-criteria";

const schema = z.object({ slug: z.string().max(120), criteria: searchCriteriaSchema });

type PlacedRow = Pick<KeptListing, "facts" | "card"> & { religious: boolean };

/** Each place of one published program, as a search reads it; whether it is a congregation's is said by its words. */
function readPlaces(ctx: Ctx, slug: string): Promise<PlacedRow[]> {
  const { jurisdictionId } = ctx.actor;
  return queryRows<PlacedRow>(
    ctx.tx,
    Prisma.sql`
      select c.facts, c.card, exists (select from listing_term t where t.service_id = v.id
        and t.term = hashtextextended(${jurisdictionId} || ':is:religious', 0)) as religious
      from service v join listing_card c on c.jurisdiction_id = v.jurisdiction_id and c.service_id = v.id
      where v.jurisdiction_id = ${jurisdictionId}::uuid and v.slug = ${slug.replaceAll("\0", "")}
      order by c.place_no`,
  );
}

const failures = ({ rules }: Match): number => rules.filter(({ outcome }) => outcome === "fail").length;

/** What the family does not want is a rule too; it is read from words, so that a listing's facts do not hold it. */
function withoutCongregation(listing: FoundListing): FoundListing {
  const refused = { rule: "without", outcome: "fail", detail: "religious", params: {} } as const;
  return { ...listing, match: { ...listing.match, fits: false, rules: [...listing.match.rules, refused] } };
}

/**
 * One published program against what a search asks for, whether the search finds it or not: every hard rule, at the place of it
 * that fails the fewest, of these the nearest. Says no more of a program than a search that finds it. Reads only.
 * Throws Invalid, and NotFound for one that is not published here.
 */
export async function explainFit(ctx: Ctx, input: z.input<typeof schema>): Promise<FoundListing> {
  whereFor(ctx, "search", "Service");
  const { slug, criteria } = parseInput(schema, input);
  const rows = await readPlaces(ctx, slug);
  const search = await askedSearch(ctx, criteria);
  const [best] = rows
    .map((row) => ({ listing: foundListing({ ...row, said: null }, search), religious: row.religious }))
    .toSorted(
      ({ listing: { match: a } }, { listing: { match: b } }) =>
        failures(a) - failures(b) || (a.miles ?? Infinity) - (b.miles ?? Infinity) || 0,
    );
  if (!best) throw new NotFound();
  return best.religious && criteria.without.includes("religious")
    ? withoutCongregation(best.listing)
    : best.listing;
}
