const week = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
/** Enough letters of a day's name to be that day: "M", "Tue", "Thurs." */
const names =
  /^(m|mo|mon|monday|t|tu|tue|tues|tuesday|w|we|wed|weds|wednesday|th|thu|thur|thurs|thursday|f|fr|fri|friday|sa|sat|saturday|su|sun|sunday)s?\.?$/i;
const alone: Readonly<Record<string, string>> = { M: "MO", T: "TU", W: "WE", F: "FR" };

/** One day by its name, its two letters, or its number from Monday on; null when it is none. */
export function dayNamed(word: string): string | null {
  if (/^[1-7]$/.test(word)) return week[Number(word) - 1] ?? null;
  const name = names.exec(word)?.[1]?.toUpperCase();
  if (!name) return null;
  return alone[name] ?? name.slice(0, 2);
}

function range(first: string, last: string): string[] | null {
  const [from, to] = [dayNamed(first), dayNamed(last)].map((day) => week.findIndex((one) => one === day));
  if (from === undefined || to === undefined || from < 0 || to < 0) return null;
  return from <= to ? week.slice(from, to + 1) : [...week.slice(from), ...week.slice(0, to + 1)];
}

/** Days of one entry of a list: "MO", "1MO" (the first Monday, RFC 5545), "Monday", "Mon-Fri"; null when it is none. */
export function readDays(entry: string): string[] | null {
  const text = entry.trim();
  const counted = /^([+-]?\d)([a-z]{2})$/i.exec(text);
  if (counted) {
    const day = counted[2]?.toUpperCase() ?? "";
    return week.some((one) => one === day) && !/0/.test(counted[1] ?? "")
      ? [`${Number(counted[1])}${day}`]
      : null;
  }
  if (/^(daily|every ?day|all days)$/i.test(text)) return [...week];
  if (/^weekdays$/i.test(text)) return week.slice(0, 5);
  if (/^weekends?$/i.test(text)) return week.slice(5);
  const [first, last, ...more] = text.split(/\s*(?:-|–|—|\bto\b|\bthrough\b|\bthru\b)\s*/i);
  if (more.length > 0 || first === undefined) return null;
  if (last !== undefined) return range(first, last);
  const day = dayNamed(first);
  return day === null || /^\d$/.test(first) ? null : [day];
}
