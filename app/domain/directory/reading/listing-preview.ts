import { shownAddress } from "../places/shown-address";
import type { ListingResult } from "./listing-card";
import { hoursAhead } from "./card-hours";
import { cardHours, nearestHours, type PreviewHours } from "./preview-hours";
import { familyTextSchema } from "./listing-card";
import { matchListing } from "../search/match-rules";
import { emptyCriteria } from "../search/search-criteria";
import { notFor } from "../eligibility/caregivers";
import type { EligibilityFacts } from "../eligibility/eligibility-rules";
import { type CapacityCode, roomOf } from "../openings/capacity";
import { type CountedPlace, capacityAtPlace, leadFirst } from "../openings/capacity-at-place";
import { freshnessOf } from "./freshness";
import { numberToCall } from "./number-to-call";
import { openPlaces } from "../places/open-places";
import type { ToldKind } from "../outgoing/kept-back";
import { dateOf } from "../../kernel/calendar";

/** What a preview needs of a listing's row, published or not. */
export interface PreviewSource {
  id: string;
  organizationId: string;
  slug: string;
  name: string;
  description: string;
  familyText: unknown;
  needCodes: string[];
  staffLanguages: string[];
  interpreterLanguages: string[];
  interpretationServices: string | null;
  timesOfDay: string[];
  deliveryModes: string[];
  isFree: boolean | null;
  feesDescription: string | null;
  childAgeMinMonths: number | null;
  childAgeMaxMonths: number | null;
  childcareOnSite: boolean | null;
  transportOffered: string[];
  capacityStatus: CapacityCode | null;
  capacityAvailable: number | null;
  capacityAsOf: Date | null;
  capacitySource: string | null;
  waitlistDays: number | null;
  acceptsReferrals: boolean;
  acceptsSelfReferral: boolean | null;
  needsSignedRelease: boolean;
  status: string;
  modelName: string | null;
  plannedWeeks: number | null;
  alert: string | null;
  source: string;
  confidential: boolean;
  assuredAt: Date | null;
  organization: { name: string };
  phones: {
    number: string;
    extension: number | null;
    extensionWords: string | null;
    type: string;
    locationId: string | null;
    serviceAtLocationId: string | null;
  }[];
  schedules: PreviewHours[];
  areas: { extentType: string; codes: string[] }[];
  eligibility: EligibilityFacts[];
  evidenceRating: string | null;
  evidenceArea: string | null;
  evidenceReviewedOn: Date | null;
  evidenceUrl: string | null;
  separateIntakeForFathers: boolean | null;
  dvSafeIntake: boolean | null;
  noIdAccepted: boolean | null;
  requiredDocuments: { document: string | null }[];
  serviceAtLocations: (CountedPlace & {
    closedAt: Date | null;
    schedules: PreviewHours[];
    areas: { extentType: string; codes: string[] }[];
    id: string;
    location: {
      id: string;
      visibility: string;
      tellsWhileHidden: string[];
      transportation: string | null;
      addresses: { addressType: string; address1: string; city: string; postalCode: string }[];
      schedules: PreviewHours[];
    };
  })[];
}

/** Whether the place, were it asked by whoever searches, keeps this to itself: kept-back.ts says the same in SQL. */
function keeps(row: PreviewSource, kind: ToldKind): boolean {
  const place = openPlaces(row)[0]?.location;
  const hidden = row.confidential || place?.visibility === "hidden";
  return place !== undefined && hidden && !place.tellsWhileHidden.includes(kind);
}

/** Whether every place that is open keeps this to itself: then the listing's own is theirs. */
function everyPlaceKeeps(row: PreviewSource, kind: ToldKind): boolean {
  const places = openPlaces(row).map(({ location }) => location);
  const keeps = places.filter((one) => row.confidential || one.visibility === "hidden");
  return (
    places.length > 0 && places.every((one) => keeps.includes(one) && !one.tellsWhileHidden.includes(kind))
  );
}

/** The first phone that families are shown; none of those that only the hidden place has. */
function phoneOf(row: PreviewSource): PreviewSource["phones"][number] | undefined {
  const place = openPlaces(row)[0];
  const kept = keeps(row, "phone");
  return numberToCall(
    row.phones.filter(
      (one) =>
        !(kept && place && (one.locationId === place.location.id || one.serviceAtLocationId === place.id)),
    ),
  );
}

function hoursOf(row: PreviewSource): PreviewHours[] {
  if (everyPlaceKeeps(row, "hours")) return [];
  const kept = keeps(row, "hours") ? openPlaces(row)[0]?.location.id : undefined;
  const place = kept === undefined ? openPlaces(row)[0] : undefined;
  const site = place?.schedules ?? [];
  const listings = row.schedules.filter(
    (one) => one.serviceAtLocationId === null && (kept === undefined || one.locationId !== kept),
  );
  return nearestHours(site, listings, place?.location.schedules ?? []);
}

function tractsOf(row: PreviewSource): string[] {
  if (everyPlaceKeeps(row, "area")) return [];
  const own = keeps(row, "area") ? [] : (openPlaces(row)[0]?.areas ?? []);
  return (own.length > 0 ? own : row.areas).flatMap((one) => (one.extentType === "tract" ? one.codes : []));
}

const wholeOf = (row: PreviewSource) => ({
  status: row.capacityStatus,
  available: row.capacityAvailable,
  asOf: row.capacityAsOf,
});

/** Room as it is said at the place that is shown. */
function saidOf(row: PreviewSource) {
  const places = openPlaces(row);
  return places[0] ? capacityAtPlace(wholeOf(row), places, places[0]) : wholeOf(row);
}

function cardOf(row: PreviewSource): ListingResult["card"] {
  const place = openPlaces(row)[0]?.location;
  const hidden = row.confidential || place?.visibility === "hidden";
  const address = hidden ? undefined : shownAddress(place?.addresses ?? []);
  const full = place?.visibility === "full";
  const phone = phoneOf(row);
  return {
    slug: row.slug,
    name: row.name,
    organizationName: row.organization.name,
    familyText: familyTextSchema.parse(row.familyText),
    description: row.description,
    phone: phone
      ? { number: phone.number, extension: phone.extensionWords ?? phone.extension?.toString() ?? null }
      : null,
    address: address
      ? {
          street: full ? address.address1 : null,
          city: address.city,
          postalCode: full ? address.postalCode : null,
        }
      : null,
    hidden,
    transportation: full && !hidden ? place.transportation : null,
    schedules: hoursOf(row).map(cardHours),
    documents: row.requiredDocuments.map((one) => one.document),
    feesDescription: row.feesDescription,
    childcareOnSite: row.childcareOnSite,
    transportOffered: row.transportOffered,
    capacityAvailable: saidOf(row).available,
    waitlistDays: row.waitlistDays,
    capacitySource: row.capacitySource,
    acceptsReferrals: row.acceptsReferrals && row.status !== "temporarily_closed",
    acceptsSelfReferral: row.acceptsSelfReferral,
    who: row.eligibility.map(({ kind, codes, minimum, maximum, note }) => ({
      kind,
      codes: [...codes],
      minimum,
      maximum,
      note,
    })),
    evidence: row.evidenceRating
      ? {
          rating: row.evidenceRating,
          area: row.evidenceArea,
          reviewedOn: row.evidenceReviewedOn && dateOf(row.evidenceReviewedOn),
          url: row.evidenceUrl,
        }
      : null,
    separateIntakeForFathers: row.separateIntakeForFathers,
    dvSafeIntake: row.dvSafeIntake,
    noIdAccepted: row.noIdAccepted,
    needsSignedRelease: row.needsSignedRelease,
    modelName: row.modelName,
    plannedWeeks: row.plannedWeeks,
    alert: row.alert,
    source: row.source,
  };
}

/** A listing as a family would see it in results, before it is published. */
export function previewListing(source: PreviewSource, now: Date): ListingResult {
  const row = { ...source, serviceAtLocations: leadFirst(wholeOf(source), openPlaces(source)) };
  const card = cardOf(row);
  const capacity = {
    ...saidOf(row),
    waitlistDays: row.waitlistDays,
    acceptsReferrals: card.acceptsReferrals,
  };
  const roles = row.eligibility.flatMap((rule) => (rule.kind === "caregiver_role" ? rule.codes : []));
  const facts = {
    serviceId: row.id,
    name: row.name,
    needCodes: row.needCodes,
    staffLanguages: row.staffLanguages,
    interpreterLanguages: row.interpreterLanguages,
    interpretersMentioned: row.interpretationServices !== null,
    timesOfDay: row.timesOfDay,
    deliveryModes: row.deliveryModes,
    forCaregivers: roles,
    notCaregivers: notFor(roles),
    isFree: row.isFree,
    childAgeMinMonths: row.childAgeMinMonths,
    childAgeMaxMonths: row.childAgeMaxMonths,
    areaZips: null,
    areaCounties: null,
    areaTracts: tractsOf(row),
    daysToFirstContact: null,
    evidenceRank: 9,
    assuredAt: row.assuredAt,
  };
  return {
    serviceId: row.id,
    placeNo: 0,
    organizationId: row.organizationId,
    facts,
    room: roomOf(capacity, now),
    freshness: freshnessOf({ assuredAt: row.assuredAt, capacityAsOf: capacity.asOf }, now),
    match: matchListing({ ...facts, point: null, capacity }, emptyCriteria, now),
    card: { ...card, schedules: hoursAhead(card.schedules, now) },
  };
}
