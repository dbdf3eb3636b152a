import { z } from "zod";
import { askedCaregivers } from "../eligibility/caregivers";
import { isNeedCode } from "../needs/needs";

export const timesOfDay = ["morning", "afternoon", "evening", "weekend"] as const;
export const deliveryModes = ["home", "centre", "school", "video", "phone"] as const;
const defaultRadiusMiles = 5;

const placeSchema = z.object({
  kind: z.enum(["zip", "city", "county", "point"]),
  code: z.string().max(60),
  label: z.string().max(80),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  countyFips: z.string().max(5).nullable(),
  /** Less sure than the middle of its ZIP, town or county: a post-office ZIP, or the town of a street address. */
  approximate: z.boolean().optional(),
  /** Of an area of the jurisdiction's own all its ZIPs, where they are few: who serves them all serves it. */
  zips: z.array(z.string().max(5)).max(60).optional(),
});
/** A point on the ground that stands for a ZIP, city or county, never for a door. */
export type Place = z.infer<typeof placeSchema>;

/** What a search asks for. Never a person. Kept with a call or behind an opaque code. */
export const searchCriteriaSchema = z.object({
  needs: z.array(z.string().refine(isNeedCode)).max(10).default([]),
  place: placeSchema.nullable().default(null),
  radiusMiles: z.number().min(1).max(100).default(defaultRadiusMiles),
  languages: z.array(z.string().max(12)).max(6).default([]),
  times: z.array(z.enum(timesOfDay)).max(4).default([]),
  childAgesMonths: z.array(z.number().int().min(-9).max(264)).max(12).default([]),
  /** Who raises the child, where the search says so. */
  caregivers: z.array(z.enum(askedCaregivers)).max(5).default([]),
  cost: z.enum(["free"]).nullable().default(null),
  modes: z.array(z.enum(deliveryModes)).max(5).default([]),
  /** Words that the needs were read from: a program that says them itself fits better. */
  said: z
    .array(z.object({ need: z.string().refine(isNeedCode), words: z.string().max(80) }))
    .max(12)
    .default([]),
  /** Words and phrases of the line that are no need, to look for in names and texts. */
  words: z.array(z.string().max(80)).max(12).default([]),
  /** Programs whose name the line is, or whose organization's: they come first. */
  named: z.array(z.uuid()).max(30).default([]),
  /** What the family does not want: programs of a congregation. */
  without: z
    .array(z.enum(["religious"]))
    .max(1)
    .default([]),
});
export type SearchCriteria = z.infer<typeof searchCriteriaSchema>;

export const emptyCriteria: SearchCriteria = searchCriteriaSchema.parse({});

export type ChipKind =
  | "need"
  | "place"
  | "language"
  | "time"
  | "age"
  | "caregiver"
  | "cost"
  | "mode"
  | "without"
  | "words";
/** One removable piece of a search: its words are those of a listing's fact, or `chip.<kind>` of a desk with these params. */
export interface SearchChip {
  id: string;
  kind: ChipKind;
  value: string;
  params: Record<string, string | number>;
}

const chip = (kind: ChipKind, value: string, params: SearchChip["params"] = {}): SearchChip => ({
  id: `${kind}:${value}`,
  kind,
  value,
  params,
});

/** The chips of a search, in the order a sentence would have them. */
export function chipsOf(criteria: SearchCriteria): SearchChip[] {
  const { place } = criteria;
  return [
    ...criteria.needs.map((code) => chip("need", code)),
    ...(place
      ? [
          chip("place", place.code, {
            place: place.label,
            count: criteria.radiusMiles,
            kind: place.kind,
            ...(place.approximate && { about: 1 }),
          }),
        ]
      : []),
    ...criteria.languages.map((code) => chip("language", code)),
    ...criteria.times.map((time) => chip("time", time)),
    ...criteria.childAgesMonths.map((months) => chip("age", String(months))),
    ...criteria.caregivers.map((role) => chip("caregiver", role)),
    ...(criteria.cost ? [chip("cost", criteria.cost)] : []),
    ...criteria.modes.map((mode) => chip("mode", mode)),
    ...criteria.without.map((what) => chip("without", what)),
    ...criteria.words.map((words) => chip("words", words, { words })),
  ];
}

/** Whether two searches wish for the same: the same needs around the same place in the same languages. Filters aside. */
export function isSameWish(a: SearchCriteria, b: SearchCriteria): boolean {
  const wish = (one: SearchCriteria) =>
    JSON.stringify([[...one.needs].sort(), one.place?.code ?? null, [...one.languages].sort(), one.words]);
  return wish(a) === wish(b);
}

const without = <T>(list: readonly T[], value: string): T[] =>
  list.filter((entry) => String(entry) !== value);

/** The search without one chip; an unknown id changes nothing. */
export function removeChip(criteria: SearchCriteria, id: string): SearchCriteria {
  const [kind, ...rest] = id.split(":");
  const value = rest.join(":");
  switch (kind) {
    case "need":
      return {
        ...criteria,
        needs: without(criteria.needs, value),
        said: criteria.said.filter(({ need }) => need !== value),
      };
    case "place":
      return { ...criteria, place: null };
    case "language":
      return { ...criteria, languages: without(criteria.languages, value) };
    case "time":
      return { ...criteria, times: without(criteria.times, value) };
    case "age":
      return { ...criteria, childAgesMonths: without(criteria.childAgesMonths, value) };
    case "caregiver":
      return { ...criteria, caregivers: without(criteria.caregivers, value) };
    case "cost":
      return { ...criteria, cost: null };
    case "mode":
      return { ...criteria, modes: without(criteria.modes, value) };
    case "words":
      return { ...criteria, words: without(criteria.words, value) };
    case "without":
      return { ...criteria, without: [] };
    default:
      return criteria;
  }
}
