import { z } from "zod";
import { caregiverRoles } from "./caregivers";
import { isNeedCode } from "./needs";
import { deliveryModes, timesOfDay } from "./search-criteria";

/** The task list of a listing (design.md 3.6). Each section saves alone. */
export const listingSections = [
  "basics",
  "who",
  "when_where",
  "how_to_join",
  "languages_access",
  "openings",
] as const;
export type ListingSection = (typeof listingSections)[number];
export const sectionStates = ["not_started", "in_progress", "done", "more_needed"] as const;
export type SectionState = (typeof sectionStates)[number];

export const transportKinds = ["rides", "passes", "mileage"] as const;
export const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
export const languageCodes = [
  "en",
  "es",
  "ar",
  "hy",
  "zh",
  "fa",
  "fr",
  "ht",
  "km",
  "ko",
  "pt",
  "ru",
  "tl",
  "vi",
  "ase",
] as const;
/** Child ages offered in forms, in months; -9 is before birth. */
export const ageChoices = [
  -9, 0, 6, 12, 18, 24, 36, 48, 60, 72, 84, 96, 108, 120, 144, 168, 192, 216, 252,
] as const;

const clean = (value: string) => value.replace(/\p{Cc}(?<![\n\t])/gu, "").trim();
const text = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform(clean)
    .pipe(z.string().max(max, "too_long"));
const needed = (max: number) => text(max).pipe(z.string().min(1, "required"));
const optional = (max: number) =>
  text(max)
    .default("")
    .transform((value) => value || null);
const yesNo = z
  .enum(["yes", "no", "ask"])
  .default("ask")
  .transform((value) => (value === "ask" ? null : value === "yes"));
const several = <T extends readonly [string, ...string[]]>(values: T) =>
  z.array(z.enum(values)).max(20).default([]);
const age = z
  .union([z.literal("").transform(() => null), z.coerce.number().int().min(-9).max(264)])
  .nullable()
  .default(null);
const clock = z
  .union([z.literal("").transform(() => null), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "time")])
  .nullable()
  .default(null);
const zips = z
  .string()
  .max(4000)
  .default("")
  .transform((value) => value.split(/[\s,;]+/).filter(Boolean))
  .pipe(z.array(z.string().regex(/^\d{5}$/, "zip")).max(400));

export const sectionSchemas = {
  basics: z.object({
    name: needed(120),
    nameEs: optional(120),
    needCodes: z.array(z.string().refine(isNeedCode, "required")).min(1, "required").max(8),
    summaryEn: needed(600),
    summaryEs: optional(600),
    modelName: optional(120),
  }),
  who: z
    .object({
      childAgeMinMonths: age,
      childAgeMaxMonths: age,
      caregiverRoles: several(caregiverRoles),
      eligibilityDescription: optional(1500),
      acceptsScreenedOut: yesNo,
      acceptsCourtOrdered: yesNo,
    })
    .refine(
      (v) =>
        v.childAgeMinMonths === null ||
        v.childAgeMaxMonths === null ||
        v.childAgeMinMonths <= v.childAgeMaxMonths,
      {
        path: ["childAgeMaxMonths"],
        message: "age_order",
      },
    ),
  when_where: z
    .object({
      deliveryModes: several(deliveryModes).pipe(z.array(z.enum(deliveryModes)).min(1, "required")),
      timesOfDay: several(timesOfDay),
      byday: several(weekdays),
      opensAt: clock,
      closesAt: clock,
      startsOn: z
        .union([z.literal("").transform(() => null), z.iso.date("date")])
        .nullable()
        .default(null),
      visibility: z.enum(["full", "partial", "hidden"]).default("full"),
      street: optional(200),
      city: optional(100),
      state: optional(30),
      postalCode: z
        .union([z.literal("").transform(() => null), z.string().regex(/^\d{5}(-\d{4})?$/, "zip")])
        .nullable()
        .default(null),
      transportation: optional(200),
      areaZips: zips,
      areaCounties: z
        .array(z.string().regex(/^\d{5}$/))
        .max(60)
        .default([]),
    })
    .refine(
      (v) =>
        !(v.visibility === "full" && v.deliveryModes.includes("centre")) ||
        (v.street && v.city && v.postalCode),
      {
        path: ["street"],
        message: "address",
      },
    )
    .refine((v) => v.opensAt === null || v.closesAt === null || v.opensAt < v.closesAt, {
      path: ["closesAt"],
      message: "time_order",
    }),
  how_to_join: z.object({
    phone: needed(40).pipe(z.string().regex(/^[+\d(][\d\s().-]{6,20}$/, "phone")),
    extension: z
      .union([z.literal("").transform(() => null), z.coerce.number().int().min(0).max(999999)])
      .nullable()
      .default(null),
    applicationProcess: optional(1500),
    acceptsSelfReferral: yesNo,
    needsSignedRelease: z.stringbool().default(false),
    isFree: yesNo,
    feesDescription: optional(500),
    documents: optional(1000),
    expectEn: optional(1000),
    expectEs: optional(1000),
    bringEn: optional(500),
    bringEs: optional(500),
  }),
  languages_access: z.object({
    staffLanguages: several(languageCodes).pipe(z.array(z.enum(languageCodes)).min(1, "required")),
    interpreterLanguages: several(languageCodes),
    childcareOnSite: yesNo,
    transportOffered: several(transportKinds),
    accessibility: optional(500),
  }),
  openings: z.object({
    capacityStatus: z.enum(["open", "waitlist", "full", "assess_first"], "required"),
    available: z
      .union([z.literal("").transform(() => null), z.coerce.number().int().min(0).max(999)])
      .nullable()
      .default(null),
    waitlistDays: z
      .union([z.literal("").transform(() => null), z.coerce.number().int().min(0).max(730)])
      .nullable()
      .default(null),
    acceptsReferrals: z.stringbool().default(true),
  }),
} as const;

export type SectionValues = { [S in ListingSection]: z.output<(typeof sectionSchemas)[S]> };

export function isSection(value: unknown): value is ListingSection {
  return listingSections.some((section) => section === value);
}

const statesSchema = z.partialRecord(z.enum(listingSections), z.enum(sectionStates)).catch({});

/** Progress of every section, as stored in service.sections. */
export function sectionProgress(stored: unknown): Record<ListingSection, SectionState> {
  const states = statesSchema.parse(stored ?? {});
  return Object.fromEntries(listingSections.map((s) => [s, states[s] ?? "not_started"])) as Record<
    ListingSection,
    SectionState
  >;
}
