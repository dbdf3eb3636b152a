import type { z } from "zod";
import type { Ctx } from "../kernel/context";
import { parseInput } from "../kernel/parse-input";
import { whereFor } from "../kernel/policy.server";
import { centreOf } from "./centre-of.server";
import { placesNear } from "./places";
import { type Reading, searchWords } from "./search-words";
import { type SearchLineRead, readSearchLine } from "./read-search-line";
import { foldWords } from "./plain-words";
import { readSearchSchema } from "./read-search.schema";

/**
 * One typed line as a search: criteria, removable chips, and the words that changed nothing. Places are looked up
 * around the jurisdiction's own point. Throws Invalid for a line over 2,000 characters.
 */
export async function readSearch(ctx: Ctx, input: z.input<typeof readSearchSchema>): Promise<SearchLineRead> {
  whereFor(ctx, "search", "Service");
  const { line } = parseInput(readSearchSchema, input);
  return readSearchLine(line, placesNear(await centreOf(ctx)), await termWords(ctx));
}

/** Titles of loaded categories as words for our needs; what our own words say goes first. */
async function termWords(ctx: Ctx): Promise<ReadonlyMap<string, Reading>> {
  const terms = await ctx.tx.taxonomyTerm.findMany({
    where: { jurisdictionId: null, deprecatedAt: null, needCodes: { isEmpty: false } },
    select: { name: true, needCodes: true },
    orderBy: { id: "asc" },
  });
  return new Map(
    terms.flatMap(({ name, needCodes: [value] }): [string, Reading][] => {
      const phrase = foldWords(name)
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim();
      return value && phrase.length > 2 && !searchWords.has(phrase)
        ? [[phrase, { kind: "need", value }]]
        : [];
    }),
  );
}
