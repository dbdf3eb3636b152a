import type { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { whereFor } from "../../kernel/index.server";
import { lineReader } from "./line-reader.server";
import { findNamed, type Named } from "./find-named.server";
import type { SearchLineRead } from "./read-search-line";
import { chipsOf, emptyCriteria } from "./search-criteria";
import { readSearchSchema } from "./read-search.schema";

/** A ZIP, a phone: no name has them. */
const longNumber = /\d{5}/;
const longestName = 120;

/** The line as the name that it is: what was read out of a name (a town, a language, a need that only begins it) shuts nobody out. */
function asName(read: SearchLineRead, line: string, { services, whole }: Named): SearchLineRead {
  const { place, languages, times, cost, modes, childAgesMonths, caregivers, needs } = read.criteria;
  const shutsOut =
    place ??
    [...languages, ...times, ...modes, ...childAgesMonths, ...caregivers, ...(cost ? [cost] : [])][0];
  if (shutsOut === undefined && !(whole && needs.length === 0))
    return { ...read, criteria: { ...read.criteria, named: services } };
  const criteria = { ...emptyCriteria, words: [line.trim().slice(0, 80)], named: services };
  return { ...read, criteria, chips: chipsOf(criteria), notUsed: [], street: null };
}

/**
 * One typed line as a search: criteria, removable chips, and the words that changed nothing. A line that is a program's name finds that program first.
 * Throws Invalid for a line over 2,000 characters.
 */
export async function readSearch(ctx: Ctx, input: z.input<typeof readSearchSchema>): Promise<SearchLineRead> {
  whereFor(ctx, "search", "Service");
  const { line, language } = parseInput(readSearchSchema, input);
  const read = (await lineReader(ctx, language))(line);
  if (line.length > longestName || longNumber.test(line)) return read;
  const named = await findNamed(ctx, line);
  return named.services.length > 0 ? asName(read, line, named) : read;
}
