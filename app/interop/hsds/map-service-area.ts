import { countyOfName } from "~/domain/directory/places/county-names";
import type { MapRow } from "./map-row";
import { zipsInArea } from "./zips-in-area";

interface Form {
  type: string;
  word: RegExp;
  /** A piece of the list as a code; null when it is none. */
  code: (piece: string) => string | null;
}
const digits = (most: number) => (piece: string) => {
  // "0500000US24005": how the Census writes a code with its level in front.
  const bare = piece.replace(/^\d{7}US/i, "");
  if (!/^\d+$/.test(bare) || bare.length < most - 1 || bare.length > most) return null;
  // A spreadsheet takes the zero off New Jersey's ZIPs and Alabama's counties.
  return bare.padStart(most, "0");
};
const forms: readonly Form[] = [
  {
    type: "zip",
    word: /^(us[-_ ])?(zip|zips|zip[-_ ]?codes?|post(al)?[-_ ]?codes?)$/i,
    code: (piece) => digits(5)(piece.replace(/^(\d{5})-\d{4}$/, "$1")),
  },
  {
    type: "county",
    word: /^(us[-_ ])?count(y|ies)([-_ ]?fips)?$/i,
    code: digits(5),
  },
  { type: "tract", word: /^(us[-_ ])?(census[-_ ]?)?tracts?$/i, code: digits(11) },
];

/** Codes of a list; `whole` when every piece is one, so that nothing is lost without its words. */
function codesOf(form: Form, extent: string): { codes: string[]; whole: boolean } {
  const pieces = extent.split(/[\s,;|]+/).filter(Boolean);
  const codes = pieces.flatMap((piece) => form.code(piece) ?? []);
  return { codes: [...new Set(codes)], whole: codes.length === pieces.length };
}

/** Counties of a list of names: "Baltimore County, MD; Harford County". Null when one of them is none that is known. */
function countiesNamed(extent: string): string[] | null {
  const pieces = extent
    .replace(/,\s*(?=[A-Z]{2}\b(?![\w' ]))/g, " ")
    .split(/[,;|\n]+/)
    .map((piece) => piece.trim())
    .filter(Boolean);
  const codes = pieces.flatMap((piece) => countyOfName(piece) ?? []);
  return codes.length === pieces.length && codes.length > 0 ? [...new Set(codes)] : null;
}

/** Codes out of a comma list for ZIPs, counties and tracts, counties by their names too; the ZIPs inside for a polygon. */
export const mapServiceArea: MapRow = (values, notes) => {
  const extent = typeof values["extent"] === "string" ? values["extent"] : "";
  const type = typeof values["extent_type"] === "string" ? values["extent_type"].trim() : "";
  const form = forms.find(({ word }) => word.test(type));
  if (form) {
    const { codes, whole } = codesOf(form, extent);
    const named = form.type === "county" && codes.length === 0 ? countiesNamed(extent) : null;
    values["extent_type"] = form.type;
    values["codes"] = named ?? codes;
    values["extent"] = whole ? null : extent;
    if (!whole && !named)
      notes.warn("extent", `holds more than ${form.type} codes; only those are used`, "bad_code");
    return;
  }
  values["extent_type"] = type || "text";
  const inside = /geo[-_ ]?json/i.test(type) || /^\s*\{/.test(extent) ? zipsInArea(extent) : null;
  if (/geo[-_ ]?json/i.test(type) && inside === null && extent !== "")
    notes.warn("extent", "not a GeoJSON polygon; kept as text", "bad_geojson");
  values["codes"] = inside ?? [];
};
