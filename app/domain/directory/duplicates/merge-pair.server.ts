import type { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { Invalid } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { findPair } from "./find-pair.server";
import { mergeOrganizations } from "./merge-organizations.server";
import { mergeServices } from "./merge-services.server";
import { mergeSchema } from "./merge.schema";

/**
 * Makes one of two rows that are the same; answers the merge, which can be undone. Throws NotFound, Invalid, Conflict:
 * pair_decided, merged, suspended, sealed_people, do_not_list, listing_changed, organization_changed.
 */
export async function mergePair(ctx: Ctx, input: z.input<typeof mergeSchema>): Promise<string> {
  const { pairId, keptId, ...choice } = parseInput(mergeSchema, input);
  const pair = await findPair(ctx, pairId, "open");
  if (keptId !== pair.firstId && keptId !== pair.secondId) throw new Invalid({ keptId: ["required"] });
  const mergedId = keptId === pair.firstId ? pair.secondId : pair.firstId;
  const merge = pair.entity === "organization" ? mergeOrganizations : mergeServices;
  return merge(ctx, pair, { keptId, mergedId, ...choice });
}
