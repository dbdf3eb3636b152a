import { z } from "zod";
import { caregiverRoles } from "../eligibility/caregivers";
import {
  candidacyCodes,
  conditionCodes,
  desiredOutcomes,
  evidenceAreas,
  evidenceRatings,
  exclusionCodes,
  fundingCodes,
  pregnancyCodes,
  protectiveFactors,
} from "../eligibility/eligibility-rules";
import {
  age,
  percent,
  years,
  bandLists,
  placeLists,
  day,
  dialled,
  needed,
  oneOf,
  optional,
  several,
  webAddress,
  wholeNumber,
  yesNo,
} from "./listing-answers";
import { isNeedCode } from "../needs/needs";
import {
  closesAfterOpening,
  hasWholeAddress,
  hourFields,
  placeFields,
  saysWhyHidden,
} from "../places/place-answers";
import { deliveryModes, timesOfDay } from "../search/search-criteria";

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
const sectionStates = ["not_started", "in_progress", "done", "more_needed"] as const;
export type SectionState = (typeof sectionStates)[number];

export const transportKinds = ["rides", "passes", "mileage"] as const;
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

/** Any language that has a code: a source names more than a form offers. */
const languages = z
  .array(z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/))
  .max(60)
  .default([]);

export const sectionSchemas = {
  basics: z.object({
    name: needed(120),
    nameEs: optional(120),
    needCodes: z
      .array(z.string().max(200))
      .transform((chosen) => chosen.filter(isNeedCode))
      .pipe(z.array(z.string()).min(1, "required").max(8)),
    summaryEn: needed(600),
    summaryEs: optional(600),
    modelName: optional(120),
    modelManualVersion: optional(80),
    evidenceRating: oneOf(evidenceRatings),
    evidenceArea: oneOf(evidenceAreas),
    evidenceReviewedOn: day,
    evidenceUrl: webAddress,
    fidelityReviewedOn: day,
    plannedSessions: wholeNumber(1, 500),
    plannedWeeks: wholeNumber(1, 300),
    plannedMinutes: wholeNumber(5, 600),
    protectiveFactors: several(protectiveFactors),
    desiredOutcomes: several(desiredOutcomes),
    fundingCodes: several(fundingCodes),
  }),
  who: z
    .object({
      childAgeMinMonths: age,
      childAgeMaxMonths: age,
      caregiverRoles: several(caregiverRoles),
      caregiverAgeMin: years,
      caregiverAgeMax: years,
      pregnancy: several(pregnancyCodes),
      conditions: several(conditionCodes),
      exclusions: several(exclusionCodes),
      incomeMaxPercent: percent,
      candidacy: several(candidacyCodes),
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
    )
    .refine(
      (v) =>
        v.caregiverAgeMin === null || v.caregiverAgeMax === null || v.caregiverAgeMin <= v.caregiverAgeMax,
      {
        path: ["caregiverAgeMax"],
        message: "age_order",
      },
    ),
  when_where: z
    .object({
      deliveryModes: several(deliveryModes).pipe(z.array(z.enum(deliveryModes)).min(1, "required")),
      timesOfDay: several(timesOfDay),
      /** Each of several places has a form of its own; what is said here of a place is not read then. */
      severalPlaces: z.boolean().default(false),
      ...hourFields,
      ...placeFields,
    })
    .refine((v) => v.severalPlaces || !v.deliveryModes.includes("centre") || hasWholeAddress(v), {
      path: ["street"],
      message: "address",
    })
    .refine((v) => v.severalPlaces || saysWhyHidden(v), { path: ["visibilityReason"], message: "required" })
    .refine(closesAfterOpening, { path: ["closesAt"], message: "time_order" }),
  how_to_join: z.object({
    phone: dialled(60),
    extension: optional(12),
    applicationProcess: optional(1500),
    acceptsSelfReferral: yesNo,
    needsSignedRelease: z.stringbool().default(false),
    isFree: yesNo,
    feesDescription: optional(500),
    documents: optional(6000),
    noIdAccepted: yesNo,
    dvSafeIntake: yesNo,
    separateIntakeForFathers: yesNo,
    mandatedReporterStatement: optional(600),
    expectEn: optional(1000),
    expectEs: optional(1000),
    bringEn: optional(500),
    bringEs: optional(500),
  }),
  languages_access: z.object({
    staffLanguages: languages.pipe(z.array(z.string()).min(1, "required")),
    interpreterLanguages: languages,
    childcareOnSite: yesNo,
    transportOffered: several(transportKinds),
    accessibility: optional(500),
  }),
  openings: z.object({
    capacityStatus: z.enum(["open", "waitlist", "full", "assess_first"], "required"),
    available: wholeNumber(0, 999),
    waitlistLength: wholeNumber(0, 9999),
    waitlistDays: wholeNumber(0, 730),
    ...bandLists,
    ...placeLists,
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
