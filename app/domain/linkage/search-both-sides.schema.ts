import { z } from "zod";

/** A name, or a part of one, and a birth date; one of them at least. */
export const searchBothSidesSchema = z
  .object({
    name: z.string().trim().max(80, "too_long"),
    birthDate: z.union([z.literal(""), z.iso.date("birth_date")]),
  })
  .refine(({ name, birthDate }) => name.length >= 2 || birthDate !== "", {
    path: ["name"],
    message: "name_or_date",
  });
export type SearchBothSidesInput = z.input<typeof searchBothSidesSchema>;
