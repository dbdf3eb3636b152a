import { z } from "zod";
import { versionKey } from "./change-facts.schema";
import { recordsNumbers, type RecordsNumber } from "./records-numbers";

const typedNumber = ({ min, max, percent }: RecordsNumber) =>
  z
    .string()
    .trim()
    .regex(percent ? /^\d{1,5}([.,]\d{1,2})?$/ : /^\d{1,5}$/, percent ? "percentage" : "whole_number")
    .transform((typed) => Number(typed.replace(",", ".")))
    .pipe(z.number().min(min, "bounds").max(max, "bounds"));

const numbers = z.object(
  Object.fromEntries(recordsNumbers.map((number) => [number.name, typedNumber(number)])),
);
/** Empty is none. */
const code = (form: RegExp, message: string) =>
  z
    .string()
    .trim()
    .toUpperCase()
    .refine((typed) => typed === "" || form.test(typed), message)
    .transform((typed) => (typed === "" ? null : typed));

export const changeRecordsSchema = z
  .object({
    ...versionKey,
    state: code(/^[A-Z]{2}$/, "state_letters"),
    county: code(/^\d{3}$/, "county_digits"),
    numbers,
  })
  .refine(({ state, county }) => county === null || state !== null, {
    path: ["state"],
    message: "state_of_county",
  });
