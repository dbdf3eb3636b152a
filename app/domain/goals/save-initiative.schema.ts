import { z } from "zod";
import { findMeasureSpec } from "~/domain/measures/measure-registry";
import { isIsoDate } from "../kernel/calendar";
import { namelessText } from "./nameless-text";

const day = z.string().trim().refine(isIsoDate, "date");
const words = (max: number) =>
  z.string().trim().min(1, "required").max(max, "too_long").refine(namelessText, "names_somebody");

export const saveInitiativeSchema = z
  .object({
    /** Empty for a new one. */
    id: z.union([z.literal(""), z.uuid()]),
    /** The version that was read; 0 for a new one. */
    version: z.coerce.number().int().min(0),
    /** Of the words. */
    language: z.string().pipe(z.enum(["en", "es"])),
    ...{ title: words(120), what: words(2000), place: words(160), byWhom: words(160) },
    startsOn: day,
    endsOn: z.union([z.literal("").transform(() => null), day]),
    measures: z
      .array(z.string())
      .min(1, "required")
      .max(4, "too_many")
      .refine((ids) => ids.every((id) => findMeasureSpec(id) !== undefined), "no_such_measure"),
  })
  .refine(({ startsOn, endsOn }) => endsOn === null || startsOn <= endsOn, {
    path: ["endsOn"],
    message: "ends_before",
  });
