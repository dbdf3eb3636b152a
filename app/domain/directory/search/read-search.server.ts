import type { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { whereFor } from "../../kernel/index.server";
import { areasInForce } from "../areas/areas-in-force.server";
import { centreOf } from "../places/centre-of.server";
import { needsInForce, readAsNow } from "../code-lists/needs-in-force.server";
import { placesNear } from "../places/places";
import { type SearchLineRead, readSearchLine } from "./read-search-line";
import { readSearchSchema } from "./read-search.schema";
import { chipsOf } from "./search-criteria";

/**
 * One typed line as a search: criteria, removable chips, and the words that changed nothing. Places are looked up
 * around the jurisdiction's own point, its own areas first and named in the reader's language; needs are read with its own words and as what replaces those it no longer offers.
 * Throws Invalid for a line over 2,000 characters.
 */
export async function readSearch(ctx: Ctx, input: z.input<typeof readSearchSchema>): Promise<SearchLineRead> {
  whereFor(ctx, "search", "Service");
  const { line, language } = parseInput(readSearchSchema, input);
  const { codeListsVersion, ...centre } = await centreOf(ctx);
  const inForce = await needsInForce(ctx, codeListsVersion);
  const areas = await areasInForce(ctx, codeListsVersion);
  const places = { ...placesNear(centre), own: (name: string) => areas.find(name, language) };
  const read = readSearchLine(line, places, inForce.words);
  if (inForce.replacedBy.size === 0) return read;
  const said = read.criteria.said.map(({ need, words }) => ({
    need: readAsNow([need], inForce)[0] ?? need,
    words,
  }));
  const criteria = { ...read.criteria, said, needs: readAsNow(read.criteria.needs, inForce) };
  return { ...read, criteria, chips: chipsOf(criteria) };
}
