import { z } from "zod";
import { cleanText } from "../../kernel/clean-text";
import { readException } from "./hours-exceptions";

/** How the answers of a listing's forms are read; an empty answer is null. Codes of refusals, not words. */
const clean = (value: string) => cleanText(value).replaceAll("\r", "").trim();
const text = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform(clean)
    .pipe(z.string().max(max, "too_long"));
export const needed = (max: number) => text(max).pipe(z.string().min(1, "required"));
export const optional = (max: number) =>
  text(max)
    .default("")
    .transform((value) => value || null);
export const yesNo = z
  .enum(["yes", "no", "ask"])
  .default("ask")
  .transform((value) => (value === "ask" ? null : value === "yes"));
export const several = <T extends readonly [string, ...string[]]>(values: T) =>
  z.array(z.enum(values)).max(20).default([]);
const empty = z.literal("").transform(() => null);
/** One of a list, or nothing. */
export const oneOf = <T extends readonly [string, ...string[]]>(values: T) =>
  z
    .union([empty, z.enum(values)])
    .nullable()
    .default(null);
export const wholeNumber = (min: number, max: number) =>
  z
    .union([empty, z.coerce.number().int().min(min).max(max)])
    .nullable()
    .default(null);
export const age = wholeNumber(-9, 264);
export const clock = z
  .union([empty, z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "time")])
  .nullable()
  .default(null);
export const day = z
  .union([empty, z.iso.date("date")])
  .nullable()
  .default(null);
export const webAddress = z
  .union([empty, z.url({ protocol: /^https?$/, error: "web" }).max(500)])
  .nullable()
  .default(null);
export const zips = z
  .string()
  .max(4000)
  .default("")
  .transform((value) => value.split(/[\s,;]+/).filter(Boolean))
  .pipe(z.array(z.string().regex(/^\d{5}$/, "zip")).max(400));
/** Census tracts by their eleven digits: state, county, tract. */
export const tracts = z
  .string()
  .max(6000)
  .default("")
  .transform((value) => [...new Set(value.split(/[\s,;]+/).filter(Boolean))])
  .pipe(z.array(z.string().regex(/^\d{11}$/, "tract")).max(400));
/** Counties by name or code, one a line or between commas; which they are is looked up when they are saved. */
export const counties = z
  .union([z.array(z.string().max(60)), z.string().max(3000)])
  .default("")
  .transform((value) => (Array.isArray(value) ? value : value.split(/[\n,;]+/)).map(clean).filter(Boolean))
  .pipe(z.array(z.string().max(60)).max(60));

/** Days that are not as usual, one a line: "2026-11-26" is closed, "2026-12-24 - 2026-12-26 10:00-14:00" have other hours. */
export const exceptions = z
  .string()
  .max(6000)
  .default("")
  .transform((value) => value.split("\n").map(clean).filter(Boolean))
  .pipe(z.array(z.string()).max(60))
  .transform((lines, context) =>
    lines.flatMap((line) => {
      const read = readException(line);
      if (!read) context.addIssue({ code: "custom", message: "exception" });
      return read ? [read] : [];
    }),
  );

const rows = z
  .union([
    z.array(z.string().max(12)),
    z
      .string()
      .max(12)
      .transform((one) => [one]),
  ])
  .default([]);
export interface CapacityBand {
  ageMinMonths: number | null;
  ageMaxMonths: number | null;
  language: string | null;
  available: number;
}
const count = /^\d{1,3}$/;
const months = (value: string | undefined) => (value === undefined || value === "" ? null : Number(value));

/** Openings by age or language: four lists of equal length, a row counts where it has a number. */
export const bandLists = { bandFrom: rows, bandTo: rows, bandLanguage: rows, bandAvailable: rows };
export function bandsOf(lists: { [K in keyof typeof bandLists]: string[] }): CapacityBand[] {
  return lists.bandAvailable.flatMap((available, at): CapacityBand[] => {
    const band = {
      ageMinMonths: months(lists.bandFrom[at]),
      ageMaxMonths: months(lists.bandTo[at]),
      language: lists.bandLanguage[at] || null,
    };
    const says = band.ageMinMonths !== null || band.ageMaxMonths !== null || band.language !== null;
    return count.test(available) && says ? [{ ...band, available: Number(available) }] : [];
  });
}
