import type { z } from "zod";
import type { Ctx } from "../kernel/context";
import { parseInput } from "../kernel/parse-input";
import { whereFor } from "../kernel/policy.server";
import { centreOf } from "./centre-of.server";
import { placesNear } from "./places";
import { type SearchLineRead, readSearchLine } from "./read-search-line";
import { readSearchSchema } from "./read-search.schema";

/**
 * One typed line as a search: criteria, removable chips, and the words that changed nothing. Places are looked up
 * around the jurisdiction's own point. Throws Invalid for a line over 2,000 characters.
 */
export async function readSearch(ctx: Ctx, input: z.input<typeof readSearchSchema>): Promise<SearchLineRead> {
  whereFor(ctx, "search", "Service");
  const { line } = parseInput(readSearchSchema, input);
  return readSearchLine(line, placesNear(await centreOf(ctx)));
}
