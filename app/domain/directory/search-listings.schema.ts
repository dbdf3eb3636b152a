import { z } from "zod";
import { searchCriteriaSchema } from "./search-criteria";

export const pageSize = 25;

export const searchListingsSchema = z.object({
  criteria: searchCriteriaSchema,
  sort: z.enum(["fit", "nearest", "soonest"]).default("fit"),
  page: z.number().int().min(1).max(400).default(1),
  /** Through which door the family came: when given, a search that finds nothing open is counted as unmet need. */
  record: z.enum(["public", "intake"]).optional(),
});
export type SearchListingsInput = z.input<typeof searchListingsSchema>;
