import type { z } from "zod";
import type { Ctx } from "../kernel/context";
import { parseInput } from "../kernel/parse-input";
import { whereFor } from "../kernel/policy.server";
import { placesNear } from "./places";
import { type SearchLineRead, readSearchLine } from "./read-search-line";
import { readSearchSchema } from "./read-search.schema";

/** The middle of the contiguous United States, for a jurisdiction that has not said where it is. */
const somewhere = { latitude: 39.8, longitude: -98.6 };

/**
 * One typed line as a search: criteria, removable chips, and the words that changed nothing. Places are looked up
 * around the jurisdiction's own point. Throws Invalid for a line over 2,000 characters.
 */
export async function readSearch(ctx: Ctx, input: z.input<typeof readSearchSchema>): Promise<SearchLineRead> {
  whereFor(ctx, "search", "Service");
  const { line } = parseInput(readSearchSchema, input);
  const jurisdiction = await ctx.tx.jurisdiction.findUnique({
    where: { id: ctx.actor.jurisdictionId },
    select: { latitude: true, longitude: true },
  });
  const { latitude, longitude } = jurisdiction ?? {};
  return readSearchLine(
    line,
    placesNear(latitude != null && longitude != null ? { latitude, longitude } : somewhere),
  );
}
