import { z } from "zod";

export const concernFields = ["phone", "hours", "place", "closed", "eligibility", "other"] as const;

export const recordListingConcernSchema = z.object({
  slug: z.string().max(120),
  field: z.enum(concernFields, "required"),
  /** About the listing, never about a person; control characters are dropped. */
  words: z
    .string()
    .max(4000, "too_long")
    .default("")
    .transform((text) => text.replace(/\p{Cc}(?<!\n)/gu, "").trim())
    .pipe(z.string().max(1000, "too_long")),
});
