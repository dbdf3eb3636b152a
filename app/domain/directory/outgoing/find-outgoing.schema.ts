import { z } from "zod";

/** What an open-data list can be narrowed by; all of it together. */
const outgoingFilterSchema = z.object({
  search: z.string().max(1_000).optional(),
  taxonomyTermId: z.uuid().optional(),
  taxonomyId: z.uuid().optional(),
  organizationId: z.uuid().optional(),
  /** Changed then or later. */
  modifiedAfter: z.date().optional(),
  /** Five digits: whose area holds it, or who stand there when no area is said. */
  postcode: z
    .string()
    .regex(/^\d{5}$/)
    .optional(),
  /** Metres from the middle of the postcode. */
  proximity: z.number().nonnegative().optional(),
  parentId: z.uuid().optional(),
  topOnly: z.boolean().optional(),
});
export type OutgoingFilter = z.infer<typeof outgoingFilterSchema>;
const outgoingLists = [
  "service",
  "organization",
  "service_at_location",
  "taxonomy",
  "taxonomy_term",
] as const;
export type OutgoingList = (typeof outgoingLists)[number];

export const findOutgoingSchema = z.object({
  table: z.enum(outgoingLists),
  filter: outgoingFilterSchema.default({}),
  /** Either a page, with the number of all rows counted, or what comes after an id. */
  offset: z.number().int().nonnegative().default(0),
  after: z.uuid().optional(),
  limit: z.number().int().positive(),
});
