import { z } from "zod";
import { cleanText } from "../../kernel/clean-text";
import { readPhoneNumber } from "../reading/phone-number";
import { readException } from "./hours-exceptions";

/** How the answers of a listing's forms are read; an empty answer is null. Codes of refusals, not words. */
const clean = (value: string) => cleanText(value).replaceAll("\r", "").trim();
/** A stored text as a form gives it back when nobody has changed it. */
export const shownText = (stored: string): string => clean(stored);
/** What was typed, or the stored text with all its signs where nothing of it was changed. */
export const keptText = (typed: string | null, stored: string | null): string | null =>
  stored !== null && typed === (shownText(stored) || null) ? stored : typed;
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
/** A number that somebody can dial: 988, 2-1-1, a word on the keys, one of seven digits and more. */
export const dialled = (max: number) =>
  needed(max).refine((typed) => readPhoneNumber(typed) !== null && !/[<>]/.test(typed), "phone");
/** Undefined where a form did not ask: then what is stored stays. */
export const asked = (max: number) =>
  text(max)
    .transform((value) => value || null)
    .optional();
export const yesNo = z
  .enum(["yes", "no", "ask"])
  .default("ask")
  .transform((value) => (value === "ask" ? null : value === "yes"));
/** Those of a list that were chosen; a word that is none of it has no box, and is kept beside them (keep-unshown.ts). */
export const several = <T extends readonly [string, ...string[]]>(values: T) =>
  z
    .array(z.string().max(200))
    .max(200)
    .default([])
    .transform((chosen) => chosen.filter((one): one is T[number] => values.includes(one)));
const empty = z.literal("").transform(() => null);
/** One of a list, or nothing; a word that is none of it was not chosen here. */
export const oneOf = <T extends readonly [string, ...string[]]>(values: T) =>
  z
    .string()
    .max(200)
    .nullable()
    .default(null)
    .transform((chosen): T[number] | null => values.find((one) => one === chosen) ?? null);
export const wholeNumber = (min: number, max: number) =>
  z
    .union([empty, z.coerce.number().int().min(min).max(max)])
    .nullable()
    .default(null);
const decimal = (min: number, max: number) =>
  z
    .union([empty, z.coerce.number().min(min).max(max)])
    .nullable()
    .default(null);
export const years = decimal(10, 120);
export const percent = decimal(1, 2_000);
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
  .max(20_000)
  .default("")
  .transform((value) => value.split(/[\s,;]+/).filter(Boolean))
  .pipe(z.array(z.string().regex(/^\d{5}$/, "zip")).max(3_000));
/** Census tracts by their eleven digits: state, county, tract. */
export const tracts = z
  .string()
  .max(30_000)
  .default("")
  .transform((value) => [...new Set(value.split(/[\s,;]+/).filter(Boolean))])
  .pipe(z.array(z.string().regex(/^\d{11}$/, "tract")).max(2_500));
/** Counties by name or code, one a line or between commas; which they are is looked up when they are saved. */
export const counties = z
  .union([z.array(z.string().max(60)), z.string().max(20_000)])
  .default("")
  .transform((value) => (Array.isArray(value) ? value : value.split(/[\n,;]+/)).map(clean).filter(Boolean))
  .pipe(z.array(z.string().max(60)).max(400));

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

const shortTexts = (most: number) =>
  z
    .union([
      z.array(z.string().max(most)),
      z
        .string()
        .max(most)
        .transform((one) => [one]),
    ])
    .default([]);
const rows = shortTexts(12);
const placeIds = shortTexts(40);
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

/** Openings by place: two lists of equal length, a place counts where it has a number. */
export const placeLists = { placeId: placeIds, placeAvailable: rows };
export const placeCountsOf = (lists: { [K in keyof typeof placeLists]: string[] }): Map<string, number> =>
  new Map(
    lists.placeId.flatMap((id, at) => {
      const typed = lists.placeAvailable[at] ?? "";
      return count.test(typed) ? [[id, Number(typed)] as const] : [];
    }),
  );
