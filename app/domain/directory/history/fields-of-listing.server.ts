import { familyTextSchema } from "../reading/listing-card";
import { shownExtension } from "../reading/phone-number";
import type { ListingRow } from "../reading/listing-row";
import { columnToText, type ListingColumnName, listingColumns } from "./listing-columns";

/** One field of a listing as text. `row` says which row of the entity, the same before and after a change. */
export interface FieldFact {
  entity: string;
  entityId: string;
  row: string;
  field: string;
  value: string | null;
}
export interface FieldDifference {
  entity: string;
  entityId: string;
  field: string;
  previous: string | null;
  replacement: string | null;
}

type Values = Record<string, string | number | boolean | Date | string[] | null | undefined>;
const facts = (entity: string, entityId: string, row: number | string, values: Values): FieldFact[] =>
  Object.entries(values).map(([field, value]) => ({
    entity,
    entityId,
    row: `${entity}.${row}`,
    field,
    value: columnToText(value),
  }));

function ownFields(row: ListingRow): FieldFact[] {
  const columns = (Object.keys(listingColumns) as ListingColumnName[]).map(
    (column) => [listingColumns[column].field, row[column]] as const,
  );
  const texts = Object.entries(familyTextSchema.parse(row.familyText)).flatMap(([language, words]) =>
    Object.entries(words).map(([name, value]) => [`family_text.${language}.${name}`, value] as const),
  );
  return facts("service", row.id, 0, {
    ...Object.fromEntries([...columns, ...texts]),
    funding: row.funding.flatMap((one) => one.code ?? one.fundingSource ?? []),
  });
}

/** Whom it is for, and openings counted by age or language: one field a rule or a group. */
function ruleFields({ eligibility, capacities }: ListingRow): FieldFact[] {
  return [
    ...eligibility.flatMap((rule) => {
      const range = [rule.minimum, rule.maximum].some((one) => one !== null)
        ? `${rule.minimum ?? ""}-${rule.maximum ?? ""}`
        : null;
      const value = [rule.codes.join(", "), range, rule.note].filter(Boolean).join("; ");
      return facts("eligibility_rule", rule.id, 0, { [rule.kind]: value });
    }),
    ...capacities.flatMap((one) => {
      const group = [one.ageMinMonths ?? "", one.ageMaxMonths ?? "", one.language ?? ""].join("/");
      return group === "//"
        ? []
        : facts("service_capacity", one.id, 0, { [`available.${group}`]: one.available });
    }),
  ];
}

function hoursOf(own: ListingRow["schedules"], row: (at: number) => number | string): FieldFact[] {
  return own.flatMap((one, at) =>
    facts("schedule", one.id, row(at), {
      byday: one.byday,
      opens_at: one.opensAt,
      closes_at: one.closesAt,
      valid_from: one.validFrom,
      closed: one.closed || null,
      description: one.description,
    }),
  );
}

/** Each place by its own id, so that a place more or less moves no other. */
function placeFields({ id: serviceId, serviceAtLocations }: ListingRow): FieldFact[] {
  return serviceAtLocations.flatMap(({ id, location, areas, schedules, closedAt, ...counted }) => [
    ...facts("location", location.id, id, {
      name: location.name,
      transportation: location.transportation,
      latitude: location.latitude,
      longitude: location.longitude,
    }),
    // Whether a place is shown, and whether the listing is given there, is not part of the place.
    ...facts("service_at_location", location.id, id, { address_visibility: location.visibility }),
    ...facts("service_at_location", id, id, {
      place_closed: closedAt !== null || null,
      capacity_available: counted.capacityAvailable,
    }),
    ...areas.flatMap((one) => facts("service_area", one.id, id, { [`extent.${one.extentType}`]: one.codes })),
    ...location.addresses.flatMap((one, index) =>
      facts("address", one.id, `${id}.${index}`, {
        address_1: one.address1,
        address_2: one.address2,
        city: one.city,
        state_province: one.stateProvince,
        postal_code: one.postalCode,
      }),
    ),
    ...location.accessibility.flatMap((one, index) =>
      facts("accessibility", one.id, `${id}.${index}`, { description: one.description }),
    ),
    ...hoursOf(
      schedules.filter((one) => one.serviceId !== serviceId),
      (at) => `${id}.${at}`,
    ),
  ]);
}

/** Everything of a listing whose change its history tells, a field at a time. */
export function fieldsOfListing(row: ListingRow): FieldFact[] {
  return [
    ...ownFields(row),
    ...ruleFields(row),
    ...placeFields(row),
    ...row.phones.flatMap((one, at) =>
      facts("phone", one.id, at, { number: one.number, extension: shownExtension(one) || null }),
    ),
    ...hoursOf(row.schedules, (at) => at),
    ...row.areas.flatMap((one) =>
      facts("service_area", one.id, 0, { [`extent.${one.extentType}`]: one.codes }),
    ),
    ...row.requiredDocuments.flatMap((one, at) =>
      facts("required_document", one.id, at, { document: one.document }),
    ),
  ];
}

/** The fields that differ between two states of one listing; a row written anew keeps its place by its position. */
export function compareFields(before: FieldFact[], after: FieldFact[]): FieldDifference[] {
  const keyOf = (fact: FieldFact) => `${fact.row}|${fact.field}`;
  const was = new Map(before.map((fact) => [keyOf(fact), fact]));
  const is = new Map(after.map((fact) => [keyOf(fact), fact]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [from, to] = [was.get(key), is.get(key)];
    const named = to ?? from;
    const previous = from?.value ?? null;
    const replacement = to?.value ?? null;
    if (!named || previous === replacement) return [];
    return [{ entity: named.entity, entityId: named.entityId, field: named.field, previous, replacement }];
  });
}
