import { z } from "zod";
import { searchCriteriaSchema } from "./search-criteria";

export const pageSize = 25;

export const searchListingsSchema = z.object({
  criteria: searchCriteriaSchema,
  sort: z.enum(["fit", "nearest", "soonest"]).default("fit"),
  page: z.number().int().min(1).max(400).default(1),
  /** Programs that this family is not to be offered: it said no lately, or there is a conflict. Never kept with the criteria. */
  leaveOut: z.array(z.uuid()).max(1000).default([]),
});
export type SearchListingsInput = z.input<typeof searchListingsSchema>;
