import { z } from "zod";

/** Either a number, or a step of one up or down. */
export const setOpeningsSchema = z.object({
  id: z.string(),
  version: z.coerce.number().int(),
  available: z.coerce.number().int().min(0, "openings").max(999, "openings").optional(),
  change: z.coerce.number().int().min(-1).max(1).optional(),
});
