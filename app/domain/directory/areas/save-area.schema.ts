import { z } from "zod";
import { cleanText } from "../../kernel/clean-text";
import { stateOfWords } from "../places/us-states";
import { foldWords } from "../search/plain-words";

const nameMax = 60;
const clean = (text: string) => cleanText(text).replace(/\s+/g, " ").trim();
const name = z
  .string()
  .max(nameMax * 4, "too_long")
  .default("")
  .transform(clean)
  .pipe(z.string().max(nameMax, "too_long"));
/** One a line, or between these signs. */
const several = (max: number, between: RegExp) =>
  z
    .string()
    .max(8000, "too_long")
    .default("")
    .transform((text) => [...new Set(text.split(between).map(clean).filter(Boolean))])
    .pipe(z.array(z.string().max(nameMax, "too_long")).max(max, "too_many"));

/** "Howard County, MD": a state says nothing more here. */
const isState = (word: string) => stateOfWords(word, foldWords(word).trim()) !== null;

export const areaKeySchema = z.object({
  id: z.string(),
  version: z.coerce.number().int().min(0),
});
/** `id` is empty for a new one, whose version is 0; `dryRun` tells what would change and changes nothing. */
export const saveAreaSchema = areaKeySchema.extend({
  dryRun: z.boolean().default(false),
  nameEn: name.pipe(z.string().min(1, "required")),
  nameEs: name.transform((text) => text || null),
  otherNames: several(20, /[\n,;]+/),
  zips: several(400, /[\s,;]+/),
  /** By name or code. */
  counties: several(60, /[\n,;]+/).transform((all) =>
    all.filter((one) => !/^[A-Za-z. ]+$/.test(one) || !isState(one)),
  ),
});
