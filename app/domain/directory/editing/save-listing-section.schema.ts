import { z } from "zod";
import { listingSections } from "./listing-sections";

export const saveListingSectionSchema = z.object({
  id: z.string(),
  version: z.coerce.number().int(),
  section: z.enum(listingSections),
  /** The section's own fields, as its schema in listing-sections.ts reads them. */
  values: z.record(z.string(), z.unknown()),
  /** Somebody looked and more is needed; else the section counts as done. */
  moreNeeded: z.boolean().default(false),
});
