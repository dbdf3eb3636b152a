import { z } from "zod";
import type { CountedBand, Room } from "../openings/capacity";
import { type Freshness, freshnessOf } from "./freshness";
import { type ListingFacts, type Match, matchListing } from "../search/match-rules";
import type { SearchCriteria } from "../search/search-criteria";
import { hoursAhead, scheduleSchema } from "./card-hours";

const words = z
  .object({ name: z.string(), summary: z.string(), expect: z.string(), bring: z.string() })
  .partial();
/** Text for families by language: {"en": {...}, "es": {...}}. */
export const familyTextSchema = z.record(z.string(), words).catch({});

/** A rule of directory/eligibility/eligibility-rules.ts, as cards carry it. */
const ruleSchema = z.object({
  kind: z.string(),
  codes: z.array(z.string()),
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  note: z.string().nullable(),
});
const evidenceSchema = z.object({
  rating: z.string(),
  area: z.string().nullable(),
  reviewedOn: z.string().nullable(),
  url: z.string().nullable(),
});

/** What a result card shows beside the facts; what of a hidden place may be known is nothing. */
export const cardSchema = z.object({
  slug: z.string(),
  name: z.string(),
  organizationName: z.string(),
  familyText: familyTextSchema,
  description: z.string(),
  phone: z.object({ number: z.string(), extension: z.coerce.string().nullable() }).nullable(),
  address: z
    .object({ street: z.string().nullable(), city: z.string().nullable(), postalCode: z.string().nullable() })
    .nullable(),
  hidden: z.boolean(),
  transportation: z.string().nullable(),
  schedules: z.array(scheduleSchema),
  documents: z.array(z.string().nullable()),
  feesDescription: z.string().nullable(),
  childcareOnSite: z.boolean().nullable(),
  transportOffered: z.array(z.string()).nullable(),
  capacityAvailable: z.number().nullable(),
  waitlistDays: z.number().nullable(),
  capacitySource: z.string().nullable(),
  acceptsReferrals: z.boolean(),
  acceptsSelfReferral: z.boolean().nullable(),
  who: z.array(ruleSchema).default([]),
  evidence: evidenceSchema.nullable().default(null),
  separateIntakeForFathers: z.boolean().nullable().default(null),
  dvSafeIntake: z.boolean().nullable().default(null),
  noIdAccepted: z.boolean().nullable().default(null),
  needsSignedRelease: z.boolean(),
  modelName: z.string().nullable(),
  plannedWeeks: z.number().nullable(),
  alert: z.string().nullable(),
  source: z.string(),
});
export type Card = z.infer<typeof cardSchema>;

/** A row of listing_search joined to its card, as SQL returns it. */
export interface FoundRow {
  service_id: string;
  place_no: number;
  organization_id: string;
  name: string;
  need_codes: string[];
  staff_languages: string[];
  interpreter_languages: string[];
  interpreters_mentioned: boolean;
  times_of_day: string[];
  delivery_modes: string[];
  for_caregivers: string[];
  not_caregivers: string[];
  bands: CountedBand[] | null;
  is_free: boolean | null;
  child_age_min: number | null;
  child_age_max: number | null;
  area_stated: boolean;
  takes_referrals: boolean;
  area_zips: string[];
  area_counties: string[];
  area_tracts: string[];
  latitude: number | null;
  longitude: number | null;
  capacity_status: ListingFacts["capacity"]["status"];
  capacity_as_of: Date | null;
  days_to_first_contact: number | null;
  evidence_rank: number;
  assured_at: Date | null;
  card: Card;
}

/** A row of listing_search as listing_card keeps it: times are text. */
export type FoundFacts = Omit<FoundRow, "card" | "capacity_as_of" | "assured_at"> & {
  capacity_as_of: string | null;
  assured_at: string | null;
};

/** Kept facts and a card as one row. */
export function foundRow(facts: FoundFacts, card: Card): FoundRow {
  const time = (text: string | null) => (text === null ? null : new Date(text));
  const at = { capacity_as_of: time(facts.capacity_as_of), assured_at: time(facts.assured_at) };
  return { ...facts, ...at, card: { ...card, acceptsReferrals: facts.takes_referrals } };
}

/** One program in a list of results. */
export interface ListingResult {
  serviceId: string;
  placeNo: number;
  organizationId: string;
  facts: Omit<ListingFacts, "point" | "capacity">;
  room: Room;
  freshness: Freshness;
  match: Match;
  card: Card;
}

/** Row to facts; the point stays inside and never leaves with a result. */
export function factsOf(row: FoundRow): ListingFacts {
  return {
    serviceId: row.service_id,
    name: row.name,
    needCodes: row.need_codes,
    staffLanguages: row.staff_languages,
    interpreterLanguages: row.interpreter_languages,
    interpretersMentioned: row.interpreters_mentioned,
    timesOfDay: row.times_of_day,
    deliveryModes: row.delivery_modes,
    forCaregivers: row.for_caregivers,
    notCaregivers: row.not_caregivers,
    isFree: row.is_free,
    childAgeMinMonths: row.child_age_min,
    childAgeMaxMonths: row.child_age_max,
    areaZips: row.area_stated ? row.area_zips : null,
    areaCounties: row.area_stated ? row.area_counties : null,
    // A card written before tracts were kept apart has none.
    areaTracts: row.area_stated ? (row.area_tracts ?? []) : null,
    point:
      row.latitude === null || row.longitude === null
        ? null
        : { latitude: row.latitude, longitude: row.longitude },
    capacity: {
      status: row.capacity_status,
      available: row.card.capacityAvailable,
      asOf: row.capacity_as_of,
      waitlistDays: row.card.waitlistDays,
      acceptsReferrals: row.card.acceptsReferrals,
      bands: row.bands ?? [],
    },
    daysToFirstContact: row.days_to_first_contact,
    evidenceRank: row.evidence_rank,
    assuredAt: row.assured_at,
  };
}

/** A result with its room, its age and every rule that passed, failed or is not known. */
export function resultOf(row: FoundRow, criteria: SearchCriteria, now: Date): ListingResult {
  const { point: _point, capacity: _capacity, ...facts } = factsOf(row);
  const match = matchListing(factsOf(row), criteria, now);
  return {
    serviceId: row.service_id,
    placeNo: row.place_no,
    organizationId: row.organization_id,
    facts,
    room: match.room,
    freshness: freshnessOf({ assuredAt: row.assured_at, capacityAsOf: row.capacity_as_of }, now),
    match,
    card: { ...row.card, schedules: hoursAhead(row.card.schedules, now) },
  };
}
