import { foldWords } from "./plain-words";

export interface UsualHours {
  byday: string[];
  opensAt: string | null;
  closesAt: string | null;
}

const week = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
/** Three letters begin every day's name in English and in Spanish, and mean no other. */
const dayNames: Record<string, number> = {
  ...{ mon: 0, tue: 1, wed: 2, thu: 3, fri: 4, sat: 5, sun: 6 },
  ...{ lun: 0, mar: 1, mie: 2, jue: 3, vie: 4, sab: 5, dom: 6 },
};
const wholeDays = new Set(
  (
    "mon monday mondays tue tues tuesday tuesdays wed weds wednesday wednesdays thu thur thurs thursday thursdays " +
    "fri friday fridays sat saturday saturdays sun sunday sundays lun lunes mar martes mie miercoles jue jueves vie viernes " +
    "sab sabado sabados dom domingo domingos"
  ).split(" "),
);
const small = new Set("and y e on every each the from de los las el la cada at a las".split(" "));
const until = new Set(["-", "to", "through", "thru", "until", "till", "a", "al", "hasta"]);
const clock = /^(\d{1,2})(?::(\d{2}))?(am|pm)?$/;

function words(text: string): string[] {
  return foldWords(text)
    .replace(/([ap])\s?\.?\s?m\b\.?/g, "$1m")
    .replace(/(\d)\s+([ap]m)\b/g, "$1$2")
    .replace(/weekdays?|entre semana/g, "mon - fri")
    .replace(/\b(every ?day|daily|todos los dias|diario)\b/g, "mon - sun")
    .replace(/[\u2013\u2014-]/g, " - ")
    .replace(/[,;.]/g, " ")
    .split(/\s+/)
    .filter(Boolean);
}

type Time = { hour: number; minute: string; half: string | undefined };
function timeOf(word: string): Time | null {
  const match = clock.exec(word);
  const hour = Number(match?.[1]);
  if (!match || hour > 24 || Number(match[2] ?? 0) > 59 || (match[3] && (hour < 1 || hour > 12))) return null;
  return { hour, minute: match[2] ?? "00", half: match[3] };
}
const inDay = ({ hour }: Time, half: string | undefined) =>
  half === undefined ? hour : (hour % 12) + (half === "pm" ? 12 : 0);
const asText = (hour: number, minute: string) => `${String(hour).padStart(2, "0")}:${minute}`;

/** Two times as opening and closing; null where morning and evening cannot be told apart. */
function openingOf(from: Time, to: Time): [string, string] | null {
  let [opens, closes] = [inDay(from, from.half), inDay(to, to.half)];
  if (from.half === undefined && to.half !== undefined) {
    const same = inDay(from, to.half);
    opens = same < closes ? same : inDay(from, "am");
  }
  // "9 to 5"; but nobody knows which "5 to 7" is meant.
  if (from.half === undefined && to.half === undefined && closes <= opens && opens <= 12) closes += 12;
  else if (from.half === undefined && to.half === undefined && opens < 7) return null;
  const [first, last] = [asText(opens, from.minute), asText(closes, to.minute)];
  return first < last && closes < 24 ? [first, last] : null;
}

/**
 * Usual hours as people write them ("Mon-Fri 9-5", "lunes y jueves, 6 pm a 8 pm"): one set of days with one opening at most.
 * Null where a word is left over or the times are not clear: then the words themselves are the better fact.
 */
export function readHours(text: string): UsualHours | null {
  const days = new Set<number>();
  const times: Time[] = [];
  let lastDay: number | null = null;
  let range = false;
  for (const word of words(text)) {
    const day = wholeDays.has(word) ? dayNames[word.slice(0, 3)] : undefined;
    const time = timeOf(word);
    if (day !== undefined) {
      for (let at = range && lastDay !== null ? lastDay : day; at <= day; at += 1) days.add(at);
      if (range && lastDay !== null && lastDay > day) return null;
      lastDay = day;
    } else if (time) times.push(time);
    else if (!until.has(word) && !small.has(word)) return null;
    range = until.has(word) && day === undefined;
  }
  const [from, to, more] = times;
  if (more || Boolean(from) !== Boolean(to) || (days.size === 0 && !from)) return null;
  const opening = from && to ? openingOf(from, to) : [null, null];
  if (!opening) return null;
  const byday = week.filter((_, at) => days.has(at));
  return { byday, opensAt: opening[0] ?? null, closesAt: opening[1] ?? null };
}
