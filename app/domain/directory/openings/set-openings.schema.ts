import { z } from "zod";
import { wholeNumber } from "../editing/listing-answers";

/** A number of openings, a step of one up or down, or a waitlist. */
export const setOpeningsSchema = z.object({
  id: z.string(),
  version: z.coerce.number().int(),
  available: z.coerce.number().int().min(0, "openings").max(999, "openings").optional(),
  change: z.coerce.number().int().min(-1).max(1).optional(),
  /** Families waiting, and how long they wait; null where nobody counts. */
  waitlist: z.object({ length: wholeNumber(0, 9999), days: wholeNumber(0, 730) }).optional(),
});
