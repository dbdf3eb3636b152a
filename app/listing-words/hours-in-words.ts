import { plainText } from "~/domain/directory/editing/plain-text";
import type { CardSchedule } from "~/domain/directory/reading/card-hours";
import type { ListingResult } from "~/domain/directory/reading/listing-card";
import { capital } from "~/locales/language-name";
import type { Words } from "~/locales/words";
import { clockTime } from "./clock-time";
import { daysInWords } from "./days-in-words";

type Say = Pick<Words, "t" | "language" | "format">;
const exceptionsSaid = 4;

const ends: readonly string[] = ["00:00", "23:59", "24:00"];

/** From when to when, or all day; an empty text when neither is said. */
function timesInWords({ t }: Say, { opensAt, closesAt }: Pick<CardSchedule, "opensAt" | "closesAt">): string {
  if (opensAt === "00:00" && ends.includes(closesAt ?? "")) return t("listing:hours.allDay");
  const [from, to] = [opensAt && clockTime(opensAt), closesAt && clockTime(closesAt)];
  if (from && to) return t("listing:hours.between", { from, to });
  if (from) return t("listing:hours.from", { from });
  return to ? t("listing:hours.until", { to }) : "";
}

/** One row of hours. Times without days are no everyday times: the words of the source say which, or they are to be asked. */
function usualHours(words: Say, schedule: CardSchedule): string {
  const { t } = words;
  const days = daysInWords(words, schedule);
  const times = timesInWords(words, schedule);
  const note = plainText(schedule.description ?? "").replace(/\.$/, "");
  if (days !== null) return [days, times].filter(Boolean).join(", ");
  if (times === "") return note;
  return note === "" ? t("listing:hours.askDays", { times }) : t("listing:hours.noted", { note, times });
}

/** "Closed Thu, Nov 26." and days with other hours. */
function exceptions(words: Say, schedules: readonly CardSchedule[]): string[] {
  const { t, format } = words;
  const days = schedules.filter((one) => one.exception && one.validFrom).slice(0, exceptionsSaid);
  const dayOf = ({ validFrom, validTo }: CardSchedule) =>
    validTo && validFrom && validTo > validFrom
      ? t("listing:hours.days", { from: format.date(validFrom), to: format.date(validTo) })
      : format.date(validFrom ?? "");
  const closed = days.filter((one) => one.closed).map(dayOf);
  const others = days.flatMap((one) => {
    const times = one.closed ? "" : timesInWords(words, one);
    return times ? [t("listing:hours.otherTimes", { day: dayOf(one), times })] : [];
  });
  return [
    ...(closed.length
      ? [t("listing:hours.closedOn", { count: closed.length, days: format.list(closed) })]
      : []),
    ...others,
  ];
}

/** A time of day, inside a sentence. */
export const timeOfDayInWords = ({ t }: Pick<Say, "t">, time: string) => t(`listing:time.${time}`);

const sentence = (words: Say, said: string) => `${capital(words, said)}.`;

const isPlain = (one: CardSchedule): boolean =>
  !one.more &&
  !one.bymonthday &&
  (one.interval ?? 1) === 1 &&
  one.byday.length > 0 &&
  one.byday.every((day) => /^[A-Z]{2}$/.test(day));
const week = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const firstDay = ({ byday }: CardSchedule): number =>
  Math.min(...byday.map((day) => week.indexOf(day.slice(-2))).filter((at) => at >= 0), 7);

/** A row a day, as many sources write them, is one line where the times are the same; in the order of the week. */
function together(usual: readonly CardSchedule[]): CardSchedule[] {
  const groups = new Map<string, CardSchedule>();
  for (const [at, one] of usual.entries()) {
    const { opensAt, closesAt, validFrom, validTo, description } = one;
    const key = isPlain(one) ? JSON.stringify([opensAt, closesAt, validFrom, validTo, description]) : `${at}`;
    const same = groups.get(key);
    groups.set(key, same ? { ...same, byday: [...same.byday, ...one.byday] } : one);
  }
  return [...groups.values()].sort(
    (a, b) => firstDay(a) - firstDay(b) || (a.opensAt ?? "").localeCompare(b.opensAt ?? ""),
  );
}

/** Usual hours with their first and last day, a sentence each; a first day that all have is said once, after them. */
function usualLines(words: Say, usual: readonly CardSchedule[]): string[] {
  const { t, format } = words;
  const told = usual
    .map((one) => ({ ...one, said: usualHours(words, one) }))
    .filter(({ said }) => said !== "");
  const starts = new Set(told.map((one) => one.validFrom));
  const [start] = starts;
  const day = (date: string) => format.date(date, "long");
  const lines = told.map(({ said, validFrom, validTo }) => {
    const from = starts.size > 1 && validFrom ? t("listing:hours.startsOn", { day: day(validFrom) }) : "";
    const until = validTo ? t("listing:hours.endsOn", { day: day(validTo) }) : "";
    return sentence(words, [said, from, until].filter(Boolean).join(", "));
  });
  return starts.size === 1 && start ? [...lines, t("listing:hours.starts", { day: day(start) })] : lines;
}

/** When it is, as sentences: days and hours, else times of day, and the days that are not as usual; null: nobody said. */
export function hoursInWords(
  words: Say,
  { card, facts }: Pick<ListingResult, "card" | "facts">,
): string | null {
  const { format } = words;
  const told = usualLines(words, together(card.schedules.filter((schedule) => !schedule.exception)));
  const times = format.list(facts.timesOfDay.map((time) => timeOfDayInWords(words, time)));
  const lines = [
    ...(told.length || !times ? told : [sentence(words, times)]),
    ...exceptions(words, card.schedules),
  ];
  return lines.join(" ") || null;
}
