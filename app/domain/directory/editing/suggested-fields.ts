import { z } from "zod";

/** Fields of a listing that anyone may say something about. */
export const suggestedFields = [
  "name",
  "description",
  "phone",
  "url",
  "applicationProcess",
  "eligibilityDescription",
  "feesDescription",
  "hours",
  "place",
] as const;
export type SuggestedField = (typeof suggestedFields)[number];

const text = (max: number) =>
  z
    .string()
    .max(max * 4, "too_long")
    .transform((words) => words.replace(/\p{Cc}(?<!\n)/gu, "").trim())
    .pipe(z.string().max(max, "too_long"));

export const suggestedValues = {
  name: text(120),
  description: text(600),
  phone: text(40),
  url: text(300),
  applicationProcess: text(1500),
  eligibilityDescription: text(1500),
  feesDescription: text(500),
  hours: text(500),
  place: text(300),
} as const satisfies Record<SuggestedField, z.ZodType>;
