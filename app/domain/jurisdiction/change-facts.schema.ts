import { z } from "zod";
import { isIsoDate } from "../kernel/calendar";

/** The zones of the states and territories. */
export const timeZones = [
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Phoenix",
  "America/Los_Angeles",
  "America/Anchorage",
  "Pacific/Honolulu",
  "America/Puerto_Rico",
  "Pacific/Guam",
  "Pacific/Pago_Pago",
] as const;

export const line = (max: number) =>
  z
    .string()
    .max(max * 4, "too_long")
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(z.string().max(max, "too_long"));
export const required = (max: number) => line(max).pipe(z.string().min(1, "required"));

/** A number to dial, or a short one such as 988. */
const phone = line(40)
  .refine((text) => {
    const { length } = text.replace(/\D/g, "");
    return text === "" || (/^[\d\s()+.-]+$/.test(text) && length >= 3 && length <= 15);
  }, "phone")
  .transform((text) => text || null);

/** "2026-12-24", "12/24/2026". */
function dayOf(typed: string): string {
  const [, month = "", day = "", year = ""] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed) ?? [];
  return year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : typed;
}

/** Days, one a line or between commas. */
const days = z
  .string()
  .max(8000, "too_long")
  .transform((text) =>
    text
      .split(/[\n,]+/)
      .map((one) => dayOf(one.trim()))
      .filter(Boolean),
  )
  .refine((all) => all.every(isIsoDate), "date");

const hour = (min: number, max: number) => z.coerce.number().int("hours").min(min, "hours").max(max, "hours");

/** The version that was read; `dryRun` tells what would change and changes nothing. */
export const versionKey = { version: z.coerce.number().int().min(1), dryRun: z.boolean().default(false) };

export const changeFactsSchema = z
  .object({
    ...versionKey,
    name: required(80),
    title: required(80),
    timeZone: z.string().refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone), "zone"),
    supportPhone: phone,
    textPhone: phone,
    crisisPhone: phone,
    /** A ZIP, a town or a county; empty leaves the middle where it is. */
    place: line(80),
    opensAt: hour(0, 23),
    closesAt: hour(1, 24),
    /** Closed days from this year on. */
    holidays: days,
    /** Adds the federal holidays of this year, of the next one. */
    federalThisYear: z.boolean(),
    federalNextYear: z.boolean(),
  })
  .refine(({ opensAt, closesAt }) => opensAt < closesAt, {
    path: ["closesAt"],
    message: "closes_before",
  });
