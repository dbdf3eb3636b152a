import { z } from "zod";
import { isNeedCode } from "../needs/needs";
import { isTelling } from "./telling-phrases";

const code = z.string().refine(isNeedCode, "unknown");
export const name = z
  .string()
  .max(320, "too_long")
  .default("")
  .transform((text) => text.replace(/\p{Cc}/gu, " ").trim())
  .pipe(z.string().max(80, "too_long"))
  .transform((text) => text || null);
/** One a line, or between commas. */
export const synonyms = z
  .string()
  .max(4000, "too_long")
  .default("")
  .transform((text) => [
    ...new Set(
      text
        .split(/[\n,]+/)
        .map((one) => one.trim())
        .filter(Boolean),
    ),
  ])
  .pipe(z.array(z.string().max(60, "too_long")).max(60, "too_many_words"));
/** Phrases of families: one of everyday words only is refused, since every line would be read as it. */
export const spoken = synonyms.refine((phrases) => phrases.every(isTelling), "everyday");

const key = { code, version: z.coerce.number().int().min(0) };
/** `version` 0: our own words, never changed here. */
export const changeNeedSchema = z.object({
  ...key,
  nameEn: name,
  nameEs: name,
  synonymsEn: spoken,
  synonymsEs: spoken,
});
export const deprecateNeedSchema = z
  .object({
    ...key,
    replacedBy: z
      .string()
      .default("")
      .transform((text) => text || null)
      .pipe(code.nullable()),
  })
  .refine((input) => input.replacedBy !== input.code, { path: ["replacedBy"], message: "itself" });
export const needKeySchema = z.object(key);
