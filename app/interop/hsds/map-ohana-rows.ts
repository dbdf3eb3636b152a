import { slugWords } from "~/domain/directory/editing/listing-slug";
import { storedExtension } from "~/domain/directory/reading/phone-number";
import type { Values } from "./map-row";
import type { OhanaRow } from "./ohana-files";
import {
  degreesOf,
  emailOf,
  freeOf,
  isConfidential,
  isKeptAddress,
  languagesOf,
  phoneOf,
  textOf,
  urlOf,
} from "./read-ohana-values";

export interface OhanaNotes {
  warn(column: string | null, reason: string, code: string): void;
}
export interface Refusal {
  column: string | null;
  reason: string;
  code: string;
}
export type OhanaMapping = Values | { refusal: Refusal };

const refusal = (column: string, reason: string, code: string) => ({ refusal: { column, reason, code } });

/** Columns that not every export has: where one is missing, the source does not speak of it. */
const whereSaid = (row: OhanaRow, columns: Readonly<Record<string, string>>): Values =>
  Object.fromEntries(
    Object.entries(columns)
      .filter(([, column]) => column in row)
      .map(([name, column]) => [name, textOf(row[column])]),
  );

const yearOf = (text: string | undefined): number | null => {
  const year = /\b(1[5-9]|20)\d\d\b/.exec(text ?? "")?.[0];
  return year === undefined ? null : Number(year);
};

export function mapOhanaOrganization(row: OhanaRow, notes: OhanaNotes): OhanaMapping {
  const name = textOf(row["name"]);
  if (!name) return refusal("name", "no name", "no_name");
  const [website, email] = [urlOf(row["website"]), emailOf(row["email"])];
  if (textOf(row["website"]) && !website) notes.warn("website", "not a web address; left out", "bad_url");
  if (textOf(row["email"]) && !email) notes.warn("email", "not an e-mail address; left out", "bad_email");
  return {
    name,
    alternate_name: textOf(row["alternate_name"]),
    description: textOf(row["description"]) ?? "",
    email,
    website,
    tax_id: textOf(row["tax_id"]),
    legal_status: textOf(row["legal_status"]),
    ...whereSaid(row, { tax_status: "tax_status" }),
    ...("date_incorporated" in row ? { year_incorporated: yearOf(row["date_incorporated"]) } : {}),
  };
}

export function mapOhanaLocation(row: OhanaRow): OhanaMapping {
  const latitude = degreesOf(row["latitude"], 90);
  const longitude = degreesOf(row["longitude"], 180);
  const whole = latitude !== null && longitude !== null;
  return {
    organization_id: textOf(row["organization_id"]),
    name: textOf(row["name"]),
    alternate_name: textOf(row["alternate_name"]),
    description: textOf(row["description"]) ?? "",
    transportation: textOf(row["transportation"]),
    latitude: whole ? latitude : null,
    longitude: whole ? longitude : null,
    visibility: null,
    ...(/^\s*(true|t|1|yes|y)\s*$/i.test(row["virtual"] ?? "") ? { location_type: "virtual" } : {}),
    ...("website" in row ? { url: urlOf(row["website"]) } : {}),
    secret: isConfidential(`${row["name"] ?? ""} ${row["description"] ?? ""}`),
  };
}

const statuses = new Map([
  ["active", "active"],
  ["inactive", "inactive"],
  ["defunct", "defunct"],
  ["temporarily closed", "temporarily_closed"],
  ["", "active"],
]);

/** `organizationOf` is the organization of each location: a service's is its location's. */
export function mapOhanaService(row: OhanaRow, organizationOf: ReadonlyMap<string, string>): OhanaMapping {
  const name = textOf(row["name"]);
  if (!name) return refusal("name", "no name", "no_name");
  const location = (row["location_id"] ?? "").trim();
  if (location === "") return refusal("location_id", "no location, and so no organization", "no_location");
  const organization = organizationOf.get(location);
  if (organization === undefined) return refusal("location_id", "no such location", "unknown_location");
  const status = statuses.get((row["status"] ?? "").trim().toLowerCase());
  if (!status) return refusal("status", "not a status of a service", "bad_status");
  const languages = languagesOf(textOf(row["languages"]));
  const fees = textOf(row["fees"]);
  return {
    organization_id: organization,
    name,
    alternate_name: textOf(row["alternate_name"]),
    description: textOf(row["description"]) ?? "",
    url: urlOf(row["website"]),
    email: emailOf(row["email"]),
    interpretation_services: textOf(row["interpretation_services"]) ?? languages.note,
    staff_languages: languages.staff,
    application_process: textOf(row["application_process"]),
    fees_description: fees,
    is_free: freeOf(fees),
    eligibility_description: textOf(row["eligibility"]),
    status,
    ...whereSaid(row, {
      program_id: "program_id",
      wait_time: "wait_time",
      accreditations: "accreditations",
      licenses: "licenses",
    }),
    slug_words: slugWords(name),
    secret: isConfidential(`${row["name"] ?? ""} ${row["description"] ?? ""}`),
  };
}

/** A street or postal address. */
export function mapOhanaAddress(kind: "physical" | "postal") {
  return (row: OhanaRow, notes: OhanaNotes): OhanaMapping => {
    const [city, street] = [textOf(row["city"]), textOf(row["address_1"])];
    if (!city && !street) return refusal("address_1", "neither street nor city", "empty_address");
    const postal = textOf(row["postal_code"]);
    if (!street || !city || !postal)
      notes.warn(street ? "postal_code" : "address_1", "incomplete address", "incomplete_address");
    return {
      location_id: textOf(row["location_id"]),
      attention: textOf(row["attention"]),
      address1: street ?? "",
      address2: textOf(row["address_2"]),
      city: city ?? "",
      state_province: textOf(row["state_province"]) ?? "",
      postal_code: postal ?? "",
      country: (textOf(row["country"]) ?? "us").toUpperCase().slice(0, 2),
      address_type: kind,
      secret: isKeptAddress(row["address_1"] ?? "") || isKeptAddress(row["address_2"] ?? ""),
    };
  };
}

const parents = (row: OhanaRow) => ({
  organization_id: textOf(row["organization_id"]),
  service_id: textOf(row["service_id"]),
  location_id: textOf(row["location_id"]),
});

export function mapOhanaContact(row: OhanaRow): OhanaMapping {
  const { name, title, department } = row;
  const said = { name: textOf(name), title: textOf(title), department: textOf(department) };
  return { ...parents(row), ...said, email: emailOf(row["email"]) };
}

export function mapOhanaPhone(row: OhanaRow, notes: OhanaNotes): OhanaMapping {
  const number = phoneOf(row["number"]);
  if (!number) return refusal("number", "not a phone number", "not_a_phone_number");
  if (/^\([01]/.test(number.written))
    notes.warn("number", "no area code begins with 0 or 1", "doubtful_phone_number");
  const { extension, extensionWords } = storedExtension(textOf(row["extension"]) ?? number.extension);
  return {
    ...parents(row),
    contact_id: textOf(row["contact_id"]),
    number: number.written,
    extension,
    extension_words: extensionWords,
    type: textOf(row["number_type"]) ?? "voice",
    description: textOf(row["department"]),
  };
}
