import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { whereFor } from "../../kernel/index.server";
import { askedSearch } from "./asked-search.server";
import { type FoundListing, foundListing } from "./found-listing";
import { pickRows } from "./pick-rows.server";
import { emptyCriteria } from "./search-criteria";
import { type SearchListingsInput, searchListingsSchema } from "./search-listings.schema";

const most = 8;

/**
 * Programs whose words or name fit a search best and that a hard rule leaves out, with every rule that failed: "why not this one?".
 * Nothing for a search without words and needs, of whose programs none is nearer than another. Reads only. Throws Invalid on criteria that do not parse.
 */
export async function listMisfits(ctx: Ctx, input: SearchListingsInput): Promise<FoundListing[]> {
  whereFor(ctx, "search", "Service");
  const asked = parseInput(searchListingsSchema, input);
  const { needs, said, words, without } = asked.criteria;
  if (needs.length + words.length === 0) return [];
  const search = await askedSearch(ctx, { ...emptyCriteria, needs, said, words, without });
  const rows = await pickRows(ctx, { ...asked, criteria: search.criteria, page: 1 }, search);
  return rows
    .flatMap((row) => (row.facts ? [foundListing(row, { ...search, criteria: asked.criteria })] : []))
    .filter(({ match }) => !match.fits)
    .slice(0, most);
}
