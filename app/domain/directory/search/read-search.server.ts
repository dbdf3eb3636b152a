import type { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { whereFor } from "../../kernel/index.server";
import { lineReader } from "./line-reader.server";
import type { SearchLineRead } from "./read-search-line";
import { readSearchSchema } from "./read-search.schema";

/**
 * One typed line as a search: criteria, removable chips, and the words that changed nothing.
 * Throws Invalid for a line over 2,000 characters.
 */
export async function readSearch(ctx: Ctx, input: z.input<typeof readSearchSchema>): Promise<SearchLineRead> {
  whereFor(ctx, "search", "Service");
  const { line, language } = parseInput(readSearchSchema, input);
  return (await lineReader(ctx, language))(line);
}
