import type { Ctx } from "../../kernel/context";
import { areasInForce } from "../areas/areas-in-force.server";
import { needsInForce, readAsNow } from "../code-lists/needs-in-force.server";
import { centreOf } from "../places/centre-of.server";
import { placesNear } from "../places/places";
import { type SearchLineRead, readSearchLine } from "./read-search-line";
import { chipsOf } from "./search-criteria";

/**
 * How the actor's jurisdiction reads a line: places around its own point, its own areas first and named in the language, needs
 * with its own words and as what replaces those it no longer offers.
 */
export async function lineReader(ctx: Ctx, language: string): Promise<(line: string) => SearchLineRead> {
  const { codeListsVersion, ...centre } = await centreOf(ctx);
  const inForce = await needsInForce(ctx, codeListsVersion);
  const areas = await areasInForce(ctx, codeListsVersion);
  const places = { ...placesNear(centre), own: (name: string) => areas.find(name, language) };
  return (line) => {
    const read = readSearchLine(line, places, inForce.words);
    if (inForce.replacedBy.size === 0) return read;
    const said = read.criteria.said.map(({ need, words }) => ({
      need: readAsNow([need], inForce)[0] ?? need,
      words,
    }));
    const criteria = { ...read.criteria, said, needs: readAsNow(read.criteria.needs, inForce) };
    return { ...read, criteria, chips: chipsOf(criteria) };
  };
}
