import { z } from "zod";
import { isNeedCode } from "../needs/needs";
import { name, spoken, synonyms } from "./change-need.schema";

/** "" makes a new one. */
const code = z.string().regex(/^([a-z0-9_-]{1,60})?$/, "unknown");
const key = { code, version: z.coerce.number().int().min(0) };

/** Whoever adds a situation says at least one phrase of families and, for one of its own, one of programs or a need. */
export const changeSituationSchema = z.object({
  ...key,
  nameEn: name,
  nameEs: name,
  synonymsEn: spoken,
  synonymsEs: spoken,
  words: synonyms,
  needCodes: z.array(z.string().refine(isNeedCode, "unknown")).max(5, "too_many_words").default([]),
});
export const situationKeySchema = z.object(key);
