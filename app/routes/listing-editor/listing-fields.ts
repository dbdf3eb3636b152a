import { caregiverRoles } from "~/domain/directory/eligibility/caregivers";
import {
  ageChoices,
  languageCodes,
  type ListingSection,
  transportKinds,
} from "~/domain/directory/editing/listing-sections";
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
} from "~/domain/directory/eligibility/eligibility-rules";
import { needCodes } from "~/domain/directory/needs/needs";
import { toldKinds } from "~/domain/directory/outgoing/kept-back";
import { visibilityReasons, weekdays } from "~/domain/directory/places/place-answers";
import { deliveryModes, timesOfDay } from "~/domain/directory/search/search-criteria";

export type FieldKind =
  | "text"
  | "area"
  | "checks"
  | "radios"
  | "select"
  | "number"
  | "time"
  | "date"
  | "bands"
  | "placeCounts";
/** One question of a section. Its words are `provider-listings:field.<name>`; its answers `answer.<answers>.<value>`. */
export interface ListingField {
  name: string;
  kind: FieldKind;
  options?: readonly string[];
  /** Options with the words that they have here; before `options`. */
  choices?: readonly { value: string; label: string }[];
  /** Which list of words the options have; the field's own name when not said. */
  answers?: string;
  hint?: true;
  optional?: true;
  lang?: "es";
  max?: number;
  /** A select without a choice says "choose" instead of "does not matter". */
  choose?: true;
  /** Folded away with the others of the same name until something of it is filled. */
  fold?: "model" | "more";
}

const yesNoAsk = ["yes", "no", "ask"] as const;
const yesNo = (name: string): ListingField => ({
  name,
  kind: "radios",
  options: yesNoAsk,
  answers: "yesNoAsk",
});
const ages = ageChoices.map(String);

const folded = (fold: ListingField["fold"], fields: ListingField[]): ListingField[] =>
  fields.map((field) => ({ ...field, fold }));

const areaFields: readonly ListingField[] = [
  { name: "areas", kind: "checks", optional: true, hint: true },
  { name: "areaZips", kind: "area", optional: true, hint: true, max: 20_000 },
  { name: "areaCounties", kind: "area", optional: true, hint: true, max: 20_000 },
  { name: "areaTracts", kind: "area", optional: true, hint: true, max: 30_000 },
];
const addressFields: readonly ListingField[] = [
  { name: "visibility", kind: "radios", options: ["full", "partial", "hidden"], hint: true },
  {
    name: "visibilityReason",
    kind: "select",
    options: visibilityReasons,
    optional: true,
    choose: true,
    hint: true,
  },
  { name: "tellsWhileHidden", kind: "checks", options: toldKinds, hint: true },
  { name: "street", kind: "text", optional: true, max: 200 },
  { name: "address2", kind: "text", optional: true, max: 100 },
  { name: "city", kind: "text", optional: true, max: 100 },
  { name: "state", kind: "text", optional: true, max: 30 },
  { name: "postalCode", kind: "text", optional: true, max: 10 },
  { name: "transportation", kind: "text", optional: true, hint: true, max: 200 },
];
const hourFields: readonly ListingField[] = [
  { name: "byday", kind: "checks", options: weekdays },
  { name: "opensAt", kind: "time", optional: true },
  { name: "closesAt", kind: "time", optional: true },
  { name: "hoursNote", kind: "text", optional: true, hint: true, max: 500 },
  { name: "startsOn", kind: "date", optional: true },
  { name: "exceptions", kind: "area", optional: true, hint: true, max: 6000 },
];
const access: ListingField = { name: "accessibility", kind: "area", optional: true, max: 500 };

/** The questions about one of several places. */
export const onePlaceFields: readonly ListingField[] = [
  { name: "placeName", kind: "text", optional: true, hint: true, max: 120 },
  ...addressFields,
  access,
  ...hourFields,
  ...areaFields,
];

/** The questions of each section, in order. */
const listingFields: Record<ListingSection, readonly ListingField[]> = {
  basics: [
    { name: "name", kind: "text", max: 120 },
    { name: "nameEs", kind: "text", optional: true, lang: "es", max: 120 },
    { name: "needCodes", kind: "checks", options: needCodes, hint: true },
    { name: "summaryEn", kind: "area", hint: true, max: 600 },
    { name: "summaryEs", kind: "area", optional: true, lang: "es", max: 600 },
    ...folded("model", [
      { name: "modelName", kind: "text", optional: true, hint: true, max: 120 },
      { name: "modelManualVersion", kind: "text", optional: true, max: 80 },
      {
        name: "evidenceRating",
        kind: "select",
        options: evidenceRatings,
        choose: true,
        optional: true,
        hint: true,
      },
      { name: "evidenceArea", kind: "select", options: evidenceAreas, choose: true, optional: true },
      { name: "evidenceReviewedOn", kind: "date", optional: true },
      { name: "evidenceUrl", kind: "text", optional: true, max: 500 },
      { name: "fidelityReviewedOn", kind: "date", optional: true },
      { name: "plannedSessions", kind: "number", optional: true },
      { name: "plannedWeeks", kind: "number", optional: true },
      { name: "plannedMinutes", kind: "number", optional: true },
      { name: "protectiveFactors", kind: "checks", options: protectiveFactors, hint: true },
      { name: "desiredOutcomes", kind: "checks", options: desiredOutcomes },
      { name: "fundingCodes", kind: "checks", options: fundingCodes, hint: true },
    ]),
  ],
  who: [
    { name: "childAgeMinMonths", kind: "select", options: ages, answers: "age", optional: true },
    { name: "childAgeMaxMonths", kind: "select", options: ages, answers: "age", optional: true },
    { name: "caregiverRoles", kind: "checks", options: caregiverRoles },
    { name: "eligibilityDescription", kind: "area", optional: true, max: 1500 },
    yesNo("acceptsScreenedOut"),
    yesNo("acceptsCourtOrdered"),
    ...folded("more", [
      { name: "caregiverAgeMin", kind: "number", optional: true },
      { name: "caregiverAgeMax", kind: "number", optional: true },
      { name: "pregnancy", kind: "checks", options: pregnancyCodes },
      { name: "conditions", kind: "checks", options: conditionCodes, answers: "condition", hint: true },
      { name: "exclusions", kind: "checks", options: exclusionCodes, answers: "exclusion", hint: true },
      { name: "incomeMaxPercent", kind: "number", optional: true, hint: true },
      { name: "candidacy", kind: "checks", options: candidacyCodes, hint: true },
    ]),
  ],
  when_where: [
    { name: "deliveryModes", kind: "checks", options: deliveryModes },
    { name: "timesOfDay", kind: "checks", options: timesOfDay },
    ...hourFields,
    ...addressFields,
    ...areaFields,
  ],
  how_to_join: [
    { name: "phone", kind: "text", max: 60 },
    { name: "extension", kind: "text", optional: true, max: 12 },
    { name: "applicationProcess", kind: "area", optional: true, max: 1500 },
    yesNo("acceptsSelfReferral"),
    {
      name: "needsSignedRelease",
      kind: "radios",
      options: ["true", "false"],
      answers: "trueFalse",
      hint: true,
    },
    yesNo("isFree"),
    { name: "feesDescription", kind: "text", optional: true, max: 500 },
    { name: "documents", kind: "area", optional: true, hint: true, max: 6000 },
    yesNo("noIdAccepted"),
    { name: "expectEn", kind: "area", optional: true, max: 1000 },
    { name: "expectEs", kind: "area", optional: true, lang: "es", max: 1000 },
    { name: "bringEn", kind: "text", optional: true, max: 500 },
    { name: "bringEs", kind: "text", optional: true, lang: "es", max: 500 },
    yesNo("dvSafeIntake"),
    yesNo("separateIntakeForFathers"),
    { name: "mandatedReporterStatement", kind: "area", optional: true, hint: true, max: 600 },
  ],
  languages_access: [
    { name: "staffLanguages", kind: "checks", options: languageCodes, answers: "language" },
    { name: "interpreterLanguages", kind: "checks", options: languageCodes, answers: "language" },
    yesNo("childcareOnSite"),
    { name: "transportOffered", kind: "checks", options: transportKinds },
    access,
  ],
  openings: [
    { name: "capacityStatus", kind: "radios", options: ["open", "waitlist", "full", "assess_first"] },
    { name: "available", kind: "number", optional: true, hint: true },
    { name: "waitlistLength", kind: "number", optional: true },
    { name: "waitlistDays", kind: "number", optional: true },
    { name: "placeCounts", kind: "placeCounts", hint: true },
    { name: "bands", kind: "bands", hint: true },
    { name: "acceptsReferrals", kind: "radios", options: ["true", "false"], answers: "trueFalse" },
  ],
};

/** The questions of a section; those of a place are not asked here while there are several. */
export function sectionFields(section: ListingSection, severalPlaces = false): readonly ListingField[] {
  const ofPlaces = [...addressFields, access];
  return listingFields[section].filter((field) => !severalPlaces || !ofPlaces.includes(field));
}

const needingChoices: readonly string[] = ["areas", "placeCounts"];

/** Questions with the answers that they have here; one about areas or places is not asked where there are none. */
export function withChoices(
  fields: readonly ListingField[],
  choices: Partial<Record<string, ListingField["choices"]>>,
): readonly ListingField[] {
  return fields
    .map((field) => (choices[field.name] ? { ...field, choices: choices[field.name] } : field))
    .filter(({ name, choices: answers }) => !needingChoices.includes(name) || (answers?.length ?? 0) > 0);
}

export type TypedValues = Record<string, string | string[]>;
