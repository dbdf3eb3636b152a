import type { MapRow } from "./map-row";

const days = new Set(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]);

/** A zone that days are counted in: one that nobody knows would fail whoever counts. */
function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).format() !== "";
  } catch {
    return false;
  }
}

export const mapSchedule: MapRow = (values, notes) => {
  const byday = values["byday"];
  if (Array.isArray(byday)) {
    const named = byday.map((day: string) => day.trim().toUpperCase());
    // "1MO": the first Monday, an RFC 5545 form; kept.
    values["byday"] = named.filter((day) => days.has(day.replace(/^[+-]?\d+/, "")));
    if (named.length > values["byday"].length)
      notes.warn("byday", "not days of the week (MO to SU); left out", "bad_day");
  }
  const zone = values["time_zone"];
  if (typeof zone === "string" && !isTimeZone(zone)) {
    notes.warn("time_zone", "not a time zone; left out", "bad_time_zone");
    values["time_zone"] = null;
  }
  values["kind"] ??= "regular";
  if (!["regular", "exception", "event"].includes(String(values["kind"]))) values["kind"] = "regular";
};
