import type { MapRow } from "./map-row";
import { zipsInArea } from "./zips-in-area";

const days = new Set(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]);

export const mapSchedule: MapRow = (values, notes) => {
  const byday = values["byday"];
  if (Array.isArray(byday)) {
    const named = byday.map((day: string) => day.trim().toUpperCase());
    // "1MO": the first Monday, an RFC 5545 form; kept.
    values["byday"] = named.filter((day) => days.has(day.replace(/^[+-]?\d+/, "")));
    if (named.length > values["byday"].length)
      notes.warn("byday", "not days of the week (MO to SU); left out", "bad_day");
  }
  values["kind"] ??= "regular";
  if (!["regular", "exception", "event"].includes(String(values["kind"]))) values["kind"] = "regular";
};

const forms: readonly [string, RegExp, RegExp][] = [
  ["zip", /^(us[-_ ])?(zip|zips|zip[-_ ]?codes?|post(al)?[-_ ]?codes?)$/i, /^\d{5}$/],
  ["county", /^(us[-_ ])?count(y|ies)([-_ ]?fips)?$/i, /^\d{5}$/],
  ["tract", /^(census[-_ ]?)?tracts?$/i, /^\d{11}$/],
];

/** Codes out of a comma list for ZIPs, counties and tracts; the ZIPs inside for a polygon. */
export const mapServiceArea: MapRow = (values, notes) => {
  const extent = typeof values["extent"] === "string" ? values["extent"] : "";
  const type = typeof values["extent_type"] === "string" ? values["extent_type"].trim() : "";
  const form = forms.find(([, word]) => word.test(type));
  if (form) {
    const parts = extent.split(/[\s,;|]+/).filter(Boolean);
    values["extent_type"] = form[0];
    values["codes"] = [...new Set(parts.filter((part) => form[2].test(part)))];
    values["extent"] = null;
    if (parts.some((part) => !form[2].test(part))) {
      notes.warn("extent", `holds more than ${form[0]} codes; only those are used`, "bad_code");
      values["extent"] = extent;
    }
    return;
  }
  values["extent_type"] = type || "text";
  const inside = /geo[-_ ]?json/i.test(type) || /^\s*\{/.test(extent) ? zipsInArea(extent) : null;
  if (/geo[-_ ]?json/i.test(type) && inside === null && extent !== "")
    notes.warn("extent", "not a GeoJSON polygon; kept as text", "bad_geojson");
  values["codes"] = inside ?? [];
};
