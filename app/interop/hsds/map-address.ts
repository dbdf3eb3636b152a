import type { MapRow, RowNotes, Values } from "./map-row";
import { isKeptAddress } from "./read-ohana-values";

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

const kinds: readonly [string, RegExp][] = [
  ["physical", /^(physical|street|location|site|office|main|primary|visiting)\b/i],
  ["postal", /^(postal|post|mail|mailing|p\.?o\.? ?box|billing|correspondence)\b/i],
  ["virtual", /^(virtual|online|web)\b/i],
];

function mapKind(values: Values, notes: RowNotes): void {
  const word = textOf(values["address_type"]).trim();
  const kind = kinds.find(([, pattern]) => pattern.test(word))?.[0];
  if (word !== "" && !kind)
    notes.warn(
      "address_type",
      "not a kind of address (physical, postal, virtual); taken as physical",
      "bad_value",
    );
  values["address_type"] = kind ?? "physical";
}

const ofUnitedStates = /^(us|usa|u\.s\.(a\.?)?|united states( of america)?|ee\.? ?uu\.?|estados unidos)$/i;

function mapCountry(values: Values): void {
  const country = textOf(values["country"]).trim() || "US";
  values["country"] = ofUnitedStates.test(country)
    ? "US"
    : country.length === 2
      ? country.toUpperCase()
      : country;
}

/** ZIPs that begin with a zero, which spreadsheets take for a number, by state. */
const zeroStates: ReadonlySet<string> = new Set([
  ..."CT MA ME NH NJ RI VT PR VI".split(" "),
  ...[
    "connecticut",
    "massachusetts",
    "maine",
    "new hampshire",
    "new jersey",
    "rhode island",
    "vermont",
    "puerto rico",
  ],
]);

function mapZip(values: Values, notes: RowNotes): void {
  const given = textOf(values["postal_code"]).trim();
  if (given === "" || values["country"] !== "US" || /^\d{5}(-\d{4})?$/.test(given)) return;
  const plus = /^(\d{5})[\s-]*(\d{4})$/.exec(given);
  if (plus) {
    values["postal_code"] = `${plus[1]}-${plus[2]}`;
    return;
  }
  const state = textOf(values["state_province"]).trim();
  const lost = zeroStates.has(state.toUpperCase()) || zeroStates.has(state.toLowerCase());
  if (/^\d{3,4}$/.test(given) && lost) {
    values["postal_code"] = given.padStart(5, "0");
    notes.warn("postal_code", "a ZIP without its first zero; it was put in front", "repaired_zip");
    return;
  }
  notes.warn("postal_code", "not a ZIP; kept as it is", "doubtful_zip");
}

export const mapAddress: MapRow = (values, notes) => {
  const [street, second] = [textOf(values["address1"]), textOf(values["address2"])];
  values["secret"] = isKeptAddress(street) || isKeptAddress(second);
  if (!street && !textOf(values["city"]) && !textOf(values["postal_code"]))
    return notes.refuse("address_1", "neither street nor city", "empty_address");
  mapCountry(values);
  mapZip(values, notes);
  const missing = [
    ["address1", "address_1"],
    ["city", "city"],
    ["state_province", "state_province"],
    ["postal_code", "postal_code"],
  ].find(([column]) => values[column ?? ""] == null);
  if (missing) notes.warn(missing[1] ?? null, "incomplete address", "incomplete_address");
  for (const column of ["address1", "city", "state_province", "postal_code"]) values[column] ??= "";
  mapKind(values, notes);
};
