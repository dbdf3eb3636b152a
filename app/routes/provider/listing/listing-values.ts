import type { getListing } from "~/domain/directory/index.server";
import { familyTextSchema } from "~/domain/directory/listing-card";
import type { ListingSection } from "~/domain/directory/listing-sections";
import type { TypedValues } from "./listing-fields";

type Row = Awaited<ReturnType<typeof getListing>>["row"];
const yesNoAsk = (value: boolean | null) => (value === null ? "ask" : value ? "yes" : "no");
const text = (value: string | number | null | undefined) =>
  value === null || value === undefined ? "" : String(value);

function whenWhere(row: Row): TypedValues {
  const place = row.serviceAtLocations[0]?.location;
  const address = place?.addresses[0];
  const hours = row.schedules[0];
  const codes = (type: string) =>
    row.areas.filter((area) => area.extentType === type).flatMap((area) => area.codes);
  return {
    deliveryModes: row.deliveryModes,
    timesOfDay: row.timesOfDay,
    byday: hours?.byday ?? [],
    opensAt: text(hours?.opensAt),
    closesAt: text(hours?.closesAt),
    startsOn: hours?.validFrom?.toISOString().slice(0, 10) ?? "",
    visibility: row.confidential ? "hidden" : (place?.visibility ?? "full"),
    street: text(address?.address1),
    city: text(address?.city),
    state: text(address?.stateProvince),
    postalCode: text(address?.postalCode),
    transportation: text(place?.transportation),
    areaZips: codes("zip").join(" "),
  };
}

function howToJoin(row: Row): TypedValues {
  const { en, es } = familyTextSchema.parse(row.familyText);
  return {
    phone: text(row.phones[0]?.number),
    extension: text(row.phones[0]?.extension),
    applicationProcess: text(row.applicationProcess),
    acceptsSelfReferral: yesNoAsk(row.acceptsSelfReferral),
    needsSignedRelease: String(row.needsSignedRelease),
    isFree: yesNoAsk(row.isFree),
    feesDescription: text(row.feesDescription),
    documents: row.requiredDocuments.map((one) => one.document).join("\n"),
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
      };
    case "who": {
      const roles = (row.eligibilityRules as { caregiverRoles?: unknown } | null)?.caregiverRoles;
      return {
        childAgeMinMonths: text(row.childAgeMinMonths),
        childAgeMaxMonths: text(row.childAgeMaxMonths),
        caregiverRoles: Array.isArray(roles) ? roles.map(String) : [],
        eligibilityDescription: text(row.eligibilityDescription),
        acceptsScreenedOut: yesNoAsk(row.acceptsScreenedOut),
        acceptsCourtOrdered: yesNoAsk(row.acceptsCourtOrdered),
      };
    }
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
        accessibility: text(row.serviceAtLocations[0]?.location.accessibility[0]?.description),
      };
    case "openings":
      return {
        capacityStatus: text(row.capacityStatus),
        available: text(row.capacityAvailable),
        waitlistDays: text(row.waitlistDays),
        acceptsReferrals: String(row.acceptsReferrals),
      };
  }
}
