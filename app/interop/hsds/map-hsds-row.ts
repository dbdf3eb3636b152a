import type { StagedValue } from "~/domain/directory/import/import-table";
import { slugWords } from "~/domain/directory/editing/listing-slug";
import { needsOfTitle } from "~/domain/directory/needs/needs";
import { languageCode, languageCodesOf } from "~/domain/directory/reading/language-code";
import { readPhoneNumber, storedExtension } from "~/domain/directory/reading/phone-number";
import { tableNamed } from "./import-tables";
import { mapAddress } from "./map-address";
import type { MapRow, RowNotes, Values } from "./map-row";
import { mapSchedule } from "./map-hsds-detail";
import { mapServiceArea } from "./map-service-area";
import { freeOf, isConfidential } from "./read-ohana-values";

const textOf = (value: StagedValue | undefined): string => (typeof value === "string" ? value : "");

const statuses = new Map([
  ["", "active"],
  ["active", "active"],
  ["inactive", "inactive"],
  ["defunct", "defunct"],
  ["temporarily closed", "temporarily_closed"],
  ["temporarily_closed", "temporarily_closed"],
]);

/** Years of whoever takes part become months of children only where they plausibly speak of children. */
function childAges(values: Values, notes: RowNotes): void {
  if (notes.says("child_age_min_months") || notes.says("child_age_max_months")) return;
  const least = typeof values["minimum_age"] === "number" ? values["minimum_age"] : null;
  const most = typeof values["maximum_age"] === "number" ? values["maximum_age"] : null;
  const ofChildren =
    (least === null || least < 18) && (most === null ? (least ?? 0) > 0 : most <= 21 || (least ?? 0) > 0);
  if (!ofChildren || (least === null && most === null)) return;
  if (least !== null) values["child_age_min_months"] = Math.max(0, Math.round(least * 12));
  // "Through 12" is the whole year; a year and a half is a year and a half.
  if (most !== null && most <= 21 && most >= 0)
    values["child_age_max_months"] = Number.isInteger(most) ? most * 12 + 11 : Math.round(most * 12);
}

const service: MapRow = (values, notes) => {
  const status = statuses.get(textOf(values["status"]).trim().toLowerCase());
  if (!status) return notes.refuse("status", "not a status of a service", "bad_status");
  values["status"] = status;
  childAges(values, notes);
  if (!notes.says("is_free")) values["is_free"] = freeOf(textOf(values["fees_description"]));
  const capacity = values["capacity_status"];
  if (capacity != null && !["open", "waitlist", "full", "assess_first"].includes(textOf(capacity))) {
    notes.warn("capacity_status", "not a state of openings; left out", "bad_value");
    values["capacity_status"] = null;
  }
  for (const column of ["staff_languages", "interpreter_languages"]) {
    const said = values[column];
    if (Array.isArray(said)) values[column] = languageCodesOf(said as readonly string[]);
  }
  const name = textOf(values["name"]);
  values["slug_words"] = slugWords(name);
  // What our own profile says outright is not doubted by its words.
  values["secret"] =
    values["confidential"] == null && isConfidential(`${name} ${textOf(values["description"])}`);
};

/** Half a point is none: what was wrong with the other half is said already, or nothing was there. */
function onlyWhole(values: Values): void {
  if (values["latitude"] == null || values["longitude"] == null)
    values["latitude"] = values["longitude"] = null;
}

/** The states and territories, roughly: from Guam and Samoa over Alaska to Maine and the Virgin Islands. */
const isInCountry = (latitude: unknown, longitude: unknown): boolean =>
  Number(latitude) > -15 &&
  Number(latitude) < 72 &&
  (Number(longitude) > 144 || (Number(longitude) > -180 && Number(longitude) < -64));

const location: MapRow = (values, notes) => {
  for (const [column, most] of [
    ["latitude", 90],
    ["longitude", 180],
  ] as const) {
    const value = values[column];
    if (typeof value !== "number") continue;
    if (Math.abs(value) > most) notes.warn(column, "no such place on earth; left out", "bad_coordinates");
    if (Math.abs(value) > most || value === 0) values["latitude"] = values["longitude"] = null;
  }
  onlyWhole(values);
  if (values["latitude"] != null && !isInCountry(values["latitude"], values["longitude"]))
    notes.warn(
      "latitude",
      "outside the United States; is a sign missing, or are the two swapped?",
      "coordinates_outside",
    );
  const visibility = values["visibility"];
  if (visibility != null && !["full", "partial", "hidden"].includes(textOf(visibility))) {
    notes.warn("visibility", "not a visibility of an address; taken as hidden", "bad_value");
    values["visibility"] = "hidden";
  }
  values["secret"] =
    visibility == null && isConfidential(`${textOf(values["name"])} ${textOf(values["description"])}`);
};

const phone: MapRow = (values, notes) => {
  const read = readPhoneNumber(textOf(values["number"]));
  if (!read) return notes.refuse("number", "not a phone number", "not_a_phone_number");
  const given = textOf(values["extension"]);
  values["number"] = given === "" ? read.bare : textOf(values["number"]).replace(/^"+|"+$/g, "");
  const { extension, extensionWords } = storedExtension(given || read.extension);
  values["extension"] = extension;
  if (!notes.says("extension_words") || extensionWords !== null) values["extension_words"] = extensionWords;
  values["type"] ??= "";
};

const taxonomyTerm: MapRow = (values, notes) => {
  const name = textOf(values["name"]);
  values["description"] ??= name;
  if (!notes.says("need_codes")) values["need_codes"] = needsOfTitle(name);
};

/** The table a row names, by any of its names; one that is none stays, to be refused by its word. */
const tableOfWord =
  (column: string): MapRow =>
  (values) => {
    const word = textOf(values[column]);
    values[column] = tableNamed(word) ?? word;
  };

const metadata: MapRow = (values, notes) => {
  tableOfWord("entity")(values, notes);
  for (const column of ["previous", "replacement"]) if (values[column] === "(none)") values[column] = null;
};

/** The row stays as it is; searches and cards go by the language's one code. */
const language: MapRow = (values) => {
  const [code, name] = [textOf(values["code"]), textOf(values["name"])];
  values["plain"] = (code ? languageCode(code) : null) ?? (name ? languageCode(name) : null);
};

const capacity: MapRow = (values, notes) => {
  const said = textOf(values["language"]);
  if (said) values["language"] = languageCode(said) ?? said;
  if (values["available"] == null) notes.refuse("available", "no number of places", "missing_value");
};

/** A count without its day, or that is none, is no count. */
const place: MapRow = (values, notes) => {
  const { capacity_available: available, capacity_as_of: asOf } = values;
  if (available == null && asOf == null) return;
  if (typeof available === "number" && available >= 0 && available <= 9999 && asOf != null) return;
  notes.warn("capacity_available", "no count of openings with its day; left out", "bad_value");
  values["capacity_available"] = values["capacity_as_of"] = null;
};

/** What each table's rows need beyond their single values. */
export const mapRow: Readonly<Record<string, MapRow>> = {
  service,
  location,
  service_at_location: place,
  address: mapAddress,
  phone,
  schedule: mapSchedule,
  service_area: mapServiceArea,
  service_capacity: capacity,
  language,
  taxonomy: (values) => void (values["description"] ??= textOf(values["name"])),
  taxonomy_term: taxonomyTerm,
  attribute: tableOfWord("link_entity"),
  metadata,
};

/** Columns that the mapping fills though the source has no such field, by those that it reads. */
export const derivedColumns: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  service: {
    is_free: ["fees_description"],
    child_age_min_months: ["minimum_age", "maximum_age"],
    child_age_max_months: ["minimum_age", "maximum_age"],
  },
  location: { latitude: ["longitude"], longitude: ["latitude"] },
  address: { country: ["id"], address_type: ["id"] },
  service_area: { codes: ["extent"], extent_type: ["extent"] },
  taxonomy: { description: ["name"] },
  taxonomy_term: { description: ["name"], need_codes: ["name"] },
  phone: { type: ["number"], extension_words: ["extension"] },
};
