import { z } from "zod";
import { suggestedFields, suggestedValues } from "../../directory/editing/suggested-fields";

const words = z
  .string()
  .max(6000, "too_long")
  .default("")
  .transform((text) => text.replace(/\p{Cc}(?<!\n)/gu, "").trim())
  .pipe(z.string().max(1000, "too_long"));
const contactEmail = z
  .string()
  .max(254, "too_long")
  .default("")
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.union([z.literal("").transform(() => null), z.email("email")]));
const language = z.enum(["en", "es"]).default("en");
const short = (max: number) => suggestedValues.place.pipe(z.string().max(max, "too_long"));

/** A program that is not listed yet. About the program, never about a family. */
export const newProgramSchema = z.object({
  kind: z.literal("new_listing"),
  proposed: z.object({
    name: suggestedValues.name.pipe(z.string().min(1, "required")),
    organization: short(200).pipe(z.string().min(1, "required")),
    description: suggestedValues.description.pipe(z.string().min(1, "required")),
    phone: suggestedValues.phone,
    url: suggestedValues.url,
    place: suggestedValues.place,
    hours: suggestedValues.hours.default(""),
    eligibilityDescription: suggestedValues.eligibilityDescription,
  }),
  words,
  contactEmail,
  language,
});

/** Field by field, what a published listing should say; or that the program is no more. */
export const changeSchema = z
  .object({
    kind: z.enum(["change", "closed"]),
    slug: z.string().max(120),
    proposed: z.object(suggestedValues).partial(),
    words,
    contactEmail,
    language,
  })
  .refine(
    ({ kind, proposed, words: why }) =>
      kind === "closed" || why !== "" || suggestedFields.some((field) => proposed[field]),
    { path: ["name"], message: "nothing" },
  );

export const makeSuggestionSchema = z.union([newProgramSchema, changeSchema]);
export const suggestionKeySchema = z.object({ id: z.string(), version: z.coerce.number().int() });
export const refuseSuggestionSchema = suggestionKeySchema.extend({
  reason: words.pipe(z.string().min(1, "required")),
});
export const takeSuggestionSchema = suggestionKeySchema.extend({
  /** For a change: the listing as the page showed it, and the values that the agency's person takes over. */
  listingVersion: z.coerce.number().int().optional(),
  values: z.record(z.string(), z.string()).default({}),
  /** For a new program: whose it is; empty makes an unclaimed organization of the name that was given. */
  organizationId: z.preprocess((value) => value || null, z.guid().nullable()).default(null),
});
