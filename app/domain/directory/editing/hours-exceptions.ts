import { z } from "zod";
import { dateOf } from "../../kernel/calendar";

/** A day, or days one after the other, that are not as usual. */
export interface HoursException {
  date: string;
  /** The last day, where they are several. */
  until: string | null;
  opensAt: string | null;
  closesAt: string | null;
  closed: boolean;
  description: string | null;
}

const day = String.raw`\d{4}-\d{2}-\d{2}`;
const clock = String.raw`(?:[01]\d|2[0-3]):[0-5]\d`;
const to = String.raw`\s*(?:-|–|to|a|al)\s*`;
/** How the form's own words say it, copied with the day. */
const label = String.raw`(?:(?:closed|other hours|cerrado|otro horario)\s*:\s*)?`;
const form = new RegExp(
  `^${label}(${day})(?:${to}(${day}))?(?:\\s+(${clock})${to}(${clock}))?(?:\\s+(.{1,100}))?$`,
  "i",
);
const isDay = (text: string) => z.iso.date().safeParse(text).success;

/** A clock's midnight is how a form says the end of a day. */
export const shownTime = (time: string | null): string | null => (time === "24:00" ? "00:00" : time);

/** A line as people type it; null for one that says no days. */
export function readException(line: string): HoursException | null {
  const [whole, date = "", last = null, opensAt = null, closesAt = null, description = null] =
    form.exec(line) ?? [];
  if (whole === undefined || !isDay(date) || (last !== null && (!isDay(last) || last < date))) return null;
  if (opensAt !== null && opensAt === closesAt && opensAt !== "00:00") return null;
  const until = last === date ? null : last;
  return { date, until, opensAt, closesAt, closed: opensAt === null, description };
}

/** The line that says it. */
export function exceptionLine({ date, until, opensAt, closesAt, description }: HoursException): string {
  const days = until === null ? date : `${date} - ${until}`;
  const hours = opensAt !== null && closesAt !== null ? `${opensAt}-${closesAt}` : "";
  return [days, hours, description].filter(Boolean).join(" ");
}

interface StoredException {
  kind: string;
  validFrom: Date | null;
  validTo: Date | null;
  opensAt: string | null;
  closesAt: string | null;
  closed: boolean;
  description: string | null;
}

/** The line of a row; null where a line cannot say all of it: such a row is not in the form, and stays as it is. */
export function lineOfRow(row: StoredException): string | null {
  if (row.kind !== "exception" || !row.validFrom) return null;
  const date = dateOf(row.validFrom);
  const until = row.validTo && dateOf(row.validTo) !== date ? dateOf(row.validTo) : null;
  const { closed, description } = row;
  const [opensAt, closesAt] = [shownTime(row.opensAt), shownTime(row.closesAt)];
  const said = { date, until, opensAt, closesAt, closed, description };
  const line = exceptionLine(said);
  const read = readException(line);
  const same =
    read !== null && (Object.keys(said) as (keyof HoursException)[]).every((key) => read[key] === said[key]);
  return same ? line : null;
}
