import type { MapRow, RowNotes, Values } from "./map-row";
import { readDays } from "./read-days";

/** Days and times as they were meant; what of the days could not be read stays as words, so that no time stands for every day. */
function mapDays(values: Values, notes: RowNotes): void {
  const byday = values["byday"];
  if (!Array.isArray(byday)) return;
  const given = byday.flatMap((entry: string) => entry.split(/\s*(?:\band\b|&|\/)\s*/i)).filter(Boolean);
  const read = given.map(readDays);
  values["byday"] = [...new Set(read.flatMap((days) => days ?? []))];
  if (read.every((days) => days !== null)) return;
  notes.warn("byday", "not days of the week (MO to SU); kept as words", "bad_day");
  values["byday"] = [];
  values["description"] ??= byday.join(", ");
}

/** A zone that days are counted in: one that nobody knows would fail whoever counts. */
function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).format() !== "";
  } catch {
    return false;
  }
}

export const mapSchedule: MapRow = (values, notes) => {
  mapDays(values, notes);
  // The end of the day before is where a day begins.
  if (values["opens_at"] === "24:00") values["opens_at"] = "00:00";
  const zone = values["time_zone"];
  if (typeof zone === "string" && !isTimeZone(zone)) {
    notes.warn("time_zone", "not a time zone; left out", "bad_time_zone");
    values["time_zone"] = null;
  }
  values["kind"] ??= "regular";
  if (!["regular", "exception", "event"].includes(String(values["kind"]))) values["kind"] = "regular";
  // A day that is not as usual, and of which no hours are said, is a day off.
  if (values["kind"] === "exception" && values["opens_at"] == null && values["closes_at"] == null)
    values["closed"] ??= true;
};
