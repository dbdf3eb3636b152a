import { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { timeOfId } from "../../kernel/ids";
import { parseInput } from "../../kernel/parse-input";
import { whereFor } from "../../kernel/index.server";
import { searchCriteriaSchema, type SearchCriteria } from "../search/search-criteria";

/** A wish is counted at the look that follows it: an address that is opened again later is no new wish. */
const lookSeconds = 60;

const schema = z.object({
  /** A `newId`, made where the search was posted. */
  wish: z.uuid(),
  criteria: searchCriteriaSchema,
  /** How many programs the search found that are known to have room. */
  open: z.number().int().min(0),
});

function areaOf({ place }: SearchCriteria): string | null {
  if (!place || place.kind === "point") return null;
  // A ZIP and a county's code are both five digits: the county says that it is one.
  return place.kind === "county" ? `c${place.code}` : place.code;
}

/** Two digits of the wish's id number its needs, so that a wish looked at twice writes the same rows. */
const rowId = (wish: string, at: number) => `${wish.slice(0, -2)}${at.toString(16).padStart(2, "0")}`;

/**
 * Counts what a search could not find: a wish for which nothing is known to have room, one row a need, without any
 * person. A wish is counted once, however often its results are looked at. Throws Forbidden, Invalid.
 */
export async function recordUnmetNeed(ctx: Ctx, input: z.input<typeof schema>): Promise<void> {
  whereFor(ctx, "record", "UnmetNeed");
  const { wish, criteria, open } = parseInput(schema, input);
  const at = ctx.clock.now();
  if (open > 0 || at.getTime() - timeOfId(wish).getTime() > lookSeconds * 1000) return;
  const row = {
    jurisdictionId: ctx.actor.jurisdictionId,
    at,
    areaCode: areaOf(criteria),
    language: criteria.languages[0] ?? null,
    channel: ctx.actor.kind === "public" ? "public" : "intake",
  };
  const codes = criteria.needs.length ? criteria.needs : [null];
  await ctx.tx.unmetNeed.createMany({
    data: codes.map((needCode, index) => ({ id: rowId(wish, index), needCode, ...row })),
    skipDuplicates: true,
  });
}
