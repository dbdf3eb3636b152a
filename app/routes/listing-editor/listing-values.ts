import type { getListing } from "~/domain/directory/index.server";
import { countyInWords } from "~/domain/directory/places/county-places";
import { familyTextSchema } from "~/domain/directory/reading/listing-card";
import type { ListingSection } from "~/domain/directory/editing/listing-sections";
import { shownExtension } from "~/domain/directory/reading/phone-number";
import { numberToCall } from "~/domain/directory/reading/number-to-call";
import { shownAddress } from "~/domain/directory/places/shown-address";
import { openPlaces } from "~/domain/directory/places/open-places";
import { shownDays, visibilityReasons } from "~/domain/directory/places/place-answers";
import { lineOfRow, shownTime } from "~/domain/directory/editing/hours-exceptions";
import type { TypedValues } from "./listing-fields";
import { dateOf } from "~/domain/kernel/calendar";

type Row = Awaited<ReturnType<typeof getListing>>["row"];
type Place = Row["serviceAtLocations"][number];
const yesNoAsk = (value: boolean | null) => (value === null ? "ask" : value ? "yes" : "no");
const text = (value: string | number | null | undefined) =>
  value === null || value === undefined ? "" : String(value);

const dayOf = (value: Date | null | undefined) => (value ? dateOf(value) : "");

/** One place of a listing as its form shows it; `areas` are those the form edits. */
function placeValues(place: Place | undefined, areas: Row["areas"], hidden: boolean): TypedValues {
  const address = shownAddress(place?.location.addresses ?? []);
  const codes = (type: string) =>
    areas.filter((area) => area.extentType === type).flatMap((area) => area.codes);
  return {
    visibility: hidden ? "hidden" : (place?.location.visibility ?? "full"),
    visibilityReason: visibilityReasons.find((one) => one === place?.location.visibilityReason) ?? "",
    tellsWhileHidden: place?.location.tellsWhileHidden ?? [],
    street: text(address?.address1),
    address2: text(address?.address2),
    city: text(address?.city),
    state: text(address?.stateProvince),
    postalCode: text(address?.postalCode),
    transportation: text(place?.location.transportation),
    areaZips: codes("zip").join(" "),
    areaCounties: codes("county").map(countyInWords).join("\n"),
    areaTracts: codes("tract").join(" "),
  };
}

function hourValues(schedules: Row["schedules"]): TypedValues {
  const hours = schedules.find((one) => one.kind === "regular");
  return {
    byday: shownDays(hours?.byday ?? []),
    opensAt: text(shownTime(hours?.opensAt ?? null)),
    closesAt: text(shownTime(hours?.closesAt ?? null)),
    hoursNote: text(hours?.description),
    startsOn: dayOf(hours?.validFrom),
    exceptions: schedules
      .flatMap((one) => lineOfRow(one) ?? [])
      .sort()
      .join("\n"),
  };
}

/** An area of its own goes before the listing's, for the only place as for one of several. */
function whenWhere(row: Row): TypedValues {
  const places = openPlaces(row);
  const only = places.length === 1 ? places[0] : undefined;
  const own = only?.areas.some((area) => ["zip", "county", "tract"].includes(area.extentType));
  return {
    deliveryModes: row.deliveryModes,
    timesOfDay: row.timesOfDay,
    ...hourValues(row.schedules),
    ...placeValues(only, own && only ? only.areas : row.areas, row.confidential),
  };
}

/** One of several places as its form shows it; an empty form for a new one. */
export function onePlaceValues(row: Row, place: Place | undefined): TypedValues {
  const { name } = place?.location ?? {};
  return {
    placeName: name === row.name ? "" : text(name),
    ...placeValues(place, place?.areas ?? [], false),
    accessibility: text(place?.location.accessibility[0]?.description),
    ...hourValues(place?.schedules ?? []),
  };
}

function whoOf(row: Row): TypedValues {
  const rule = (kind: string) => row.eligibility.find((one) => one.kind === kind);
  return {
    childAgeMinMonths: text(row.childAgeMinMonths),
    childAgeMaxMonths: text(row.childAgeMaxMonths),
    caregiverRoles: rule("caregiver_role")?.codes ?? [],
    caregiverAgeMin: text(rule("caregiver_age")?.minimum),
    caregiverAgeMax: text(rule("caregiver_age")?.maximum),
    pregnancy: rule("pregnancy")?.codes ?? [],
    conditions: rule("condition")?.codes ?? [],
    exclusions: rule("exclusion")?.codes ?? [],
    incomeMaxPercent: text(rule("income")?.maximum),
    candidacy: rule("candidacy")?.codes ?? [],
    eligibilityDescription: text(row.eligibilityDescription),
    acceptsScreenedOut: yesNoAsk(row.acceptsScreenedOut),
    acceptsCourtOrdered: yesNoAsk(row.acceptsCourtOrdered),
  };
}

function bandValues(row: Row): TypedValues {
  const bands = row.capacities.filter(
    (one) => one.ageMinMonths !== null || one.ageMaxMonths !== null || one.language !== null,
  );
  return {
    bandFrom: bands.map((one) => text(one.ageMinMonths)),
    bandTo: bands.map((one) => text(one.ageMaxMonths)),
    bandLanguage: bands.map((one) => text(one.language)),
    bandAvailable: bands.map((one) => text(one.available)),
  };
}

function howToJoin(row: Row): TypedValues {
  const { en, es } = familyTextSchema.parse(row.familyText);
  const phone = numberToCall(row.phones);
  return {
    phone: text(phone?.number),
    extension: phone ? shownExtension(phone) : "",
    applicationProcess: text(row.applicationProcess),
    acceptsSelfReferral: yesNoAsk(row.acceptsSelfReferral),
    needsSignedRelease: String(row.needsSignedRelease),
    isFree: yesNoAsk(row.isFree),
    feesDescription: text(row.feesDescription),
    documents: row.requiredDocuments.flatMap((one) => one.document ?? []).join("\n"),
    noIdAccepted: yesNoAsk(row.noIdAccepted),
    dvSafeIntake: yesNoAsk(row.dvSafeIntake),
    separateIntakeForFathers: yesNoAsk(row.separateIntakeForFathers),
    mandatedReporterStatement: text(row.mandatedReporterStatement),
    expectEn: text(en?.expect),
    expectEs: text(es?.expect),
    bringEn: text(en?.bring),
    bringEs: text(es?.bring),
  };
}

/** What a listing says now, as the form of a section shows it. */
export function valuesOf(row: Row, section: ListingSection): TypedValues {
  const { en, es } = familyTextSchema.parse(row.familyText);
  switch (section) {
    case "basics":
      return {
        name: row.name,
        nameEs: text(es?.name),
        needCodes: row.needCodes,
        summaryEn: en?.summary ?? row.description,
        summaryEs: text(es?.summary),
        modelName: text(row.modelName),
        modelManualVersion: text(row.modelManualVersion),
        evidenceRating: text(row.evidenceRating),
        evidenceArea: text(row.evidenceArea),
        evidenceReviewedOn: dayOf(row.evidenceReviewedOn),
        evidenceUrl: text(row.evidenceUrl),
        fidelityReviewedOn: dayOf(row.fidelityReviewedOn),
        plannedSessions: text(row.plannedSessions),
        plannedWeeks: text(row.plannedWeeks),
        plannedMinutes: text(row.plannedMinutes),
        protectiveFactors: row.protectiveFactors,
        desiredOutcomes: row.desiredOutcomes,
        fundingCodes: row.funding.flatMap((one) => one.code ?? []),
      };
    case "who":
      return whoOf(row);
    case "when_where":
      return whenWhere(row);
    case "how_to_join":
      return howToJoin(row);
    case "languages_access":
      return {
        staffLanguages: row.staffLanguages,
        interpreterLanguages: row.interpreterLanguages,
        childcareOnSite: yesNoAsk(row.childcareOnSite),
        transportOffered: row.transportOffered,
        accessibility: text(openPlaces(row)[0]?.location.accessibility[0]?.description),
      };
    case "openings":
      return {
        capacityStatus: text(row.capacityStatus),
        available: text(row.capacityAvailable),
        waitlistLength: text(row.waitlistLength),
        waitlistDays: text(row.waitlistDays),
        acceptsReferrals: String(row.acceptsReferrals),
        ...bandValues(row),
        placeId: openPlaces(row).map(({ id }) => id),
        placeAvailable: openPlaces(row).map((one) => text(one.capacityAvailable)),
      };
  }
}
