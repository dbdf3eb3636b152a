import type { CardSchedule } from "~/domain/directory/reading/card-hours";
import { weekdayNames } from "~/locales/intl-names";
import type { Words } from "~/locales/words";

type Say = Pick<Words, "t" | "language" | "format">;
type Rule = Pick<CardSchedule, "byday" | "freq" | "interval" | "bymonthday" | "dtstart" | "more">;

const week = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const nth = new Map([
  ["1", "first"],
  ["2", "second"],
  ["3", "third"],
  ["4", "fourth"],
  ["5", "fifth"],
  ["-1", "last"],
  ["-2", "lastButOne"],
]);

function dayName({ language }: Say, day: string): string | null {
  const at = week.indexOf(day);
  // The first of January 2024 was a Monday.
  return at < 0 ? null : weekdayNames(language).format(new Date(`2024-01-0${at + 1}`));
}

/** "first and third Wednesday": days of a month by their count, said once a day; null where one cannot be said. */
function countedDays(words: Say, byday: readonly string[]): string | null {
  const counts = new Map<string, string[]>();
  for (const one of byday) {
    const [, count = "", day = ""] = /^\+?(-?\d)?([A-Z]{2})$/.exec(one) ?? [];
    const word = nth.get(count);
    if (!word || !week.includes(day)) return null;
    counts.set(day, [...(counts.get(day) ?? []), words.t(`listing:hours.nth.${word}`)]);
  }
  const said = [...counts].map(([day, list]) =>
    words.t("listing:hours.nthDay", { nth: words.format.list(list), day: dayName(words, day) }),
  );
  return words.format.list(said);
}

const ordinalRules = new Intl.PluralRules("en", { type: "ordinal" });

/** "the 1st and 15th"; null where it is no list of days. */
function monthDays({ t, format, language }: Say, given: string): string | null {
  const days = given.split(/[\s,;]+/).filter(Boolean);
  if (days.length === 0 || days.some((day) => !/^(-1|[1-9]|[12]\d|3[01])$/.test(day))) return null;
  const said = days.map((day) =>
    day === "-1"
      ? t("listing:hours.lastDay")
      : language === "en"
        ? t(`listing:hours.ordinal.${ordinalRules.select(Number(day))}`, { day })
        : day,
  );
  return t("listing:hours.monthDays", { count: days.length, days: format.list(said) });
}

/** In a month: null where it is not said in which days, or in a way that has no words. */
function monthly(words: Say, { byday, bymonthday, dtstart }: Rule): string | null {
  if (byday.length > 0) return countedDays(words, byday);
  return monthDays(words, bymonthday || (dtstart ? String(Number(dtstart.slice(8))) : ""));
}

const turnsOf = ({ interval }: Pick<Rule, "interval">): number => Math.max(1, interval ?? 1);
const isCounted = (day: string) => /\d/.test(day);

function everyMonth(words: Say, rule: Rule): string | null {
  const days = monthly(words, rule);
  if (days === null) return null;
  const turns = turnsOf(rule);
  return turns === 2
    ? words.t("listing:hours.everyOtherMonth", { days })
    : words.t("listing:hours.months", { count: turns, days });
}

/** Names of the days of a week's rule; one without days is of the day on which it starts. Null where one is no day. */
function weekNames(words: Say, { byday, dtstart }: Rule, freq: string): string[] | null {
  if (byday.length === 0)
    return freq === "WEEKLY" && dtstart ? [weekdayNames(words.language).format(new Date(dtstart))] : null;
  if (byday.some((day) => !week.includes(day))) return null;
  return week.filter((day) => byday.includes(day)).map((day) => dayName(words, day) ?? "");
}

function everyWeek(words: Say, rule: Rule, freq: string): string | null {
  const names = weekNames(words, rule, freq);
  if (names === null) return null;
  const turns = freq === "WEEKLY" ? turnsOf(rule) : 1;
  const all = names.length === 7 ? words.t("listing:hours.everyDay") : words.format.list(names);
  if (turns === 2 && names.length < 7) return words.t("listing:hours.everyOtherWeek", { days: all });
  return words.t("listing:hours.weeks", { count: turns, days: all });
}

/** On which days a rule falls, in words; null where it does not say, or says it in a way that has no words here. */
export function daysInWords(words: Say, rule: Rule): string | null {
  const freq = rule.freq ?? "";
  if (rule.more || freq === "YEARLY") return null;
  if (freq === "DAILY" && rule.byday.length === 0)
    return (rule.interval ?? 1) === 1 ? words.t("listing:hours.everyDay") : null;
  const isMonthly =
    rule.byday.some(isCounted) ||
    (rule.byday.length === 0 && (freq === "MONTHLY" || Boolean(rule.bymonthday)));
  return isMonthly ? everyMonth(words, rule) : everyWeek(words, rule, freq);
}
