import type { MapRow } from "./map-row";

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
