import { z } from "zod";

export const pairKeySchema = z.object({ pairId: z.string() });
export const mergeSchema = z.object({
  pairId: z.string(),
  /** The row that stays; the pair's other one goes into it. */
  keptId: z.string(),
  /** Both as the page showed them: a later change refuses the merge. */
  keptVersion: z.coerce.number().int(),
  mergedVersion: z.coerce.number().int(),
  /** Fields whose value the kept row takes from the other. */
  takeFields: z.array(z.string().max(60)).max(40).default([]),
});
export const mergeKeySchema = z.object({ mergeId: z.string() });
