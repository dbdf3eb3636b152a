import type { TFunction } from "i18next";
import { dateIn } from "~/domain/kernel/clock";
import { formatIn, type Format } from "~/locales/format";
import type { Language } from "~/locales/languages";
import { translate } from "~/locales/translator.server";
import { languageNames } from "~/locales/intl-names";

/** What the inbox's loader writes sentences with: one language, one time zone, one now. */
export type InboxWords = {
  language: Language;
  t: TFunction;
  format: Format;
  now: Date;
  today: string;
  dayOf: (at: Date) => string;
  languageName: (code: string) => string;
};

export function inboxWords(language: Language, timeZone: string, now: Date): InboxWords {
  const names = languageNames(language);
  const capital = (name: string) => name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
  return {
    language,
    t: translate(language, "provider"),
    format: formatIn(language, timeZone),
    now,
    today: dateIn(timeZone, now),
    dayOf: (at) => dateIn(timeZone, at),
    languageName: (code) => capital(names.of(code) ?? code),
  };
}

/** "3 and 6", "8 mo", "not born yet". */
export function agesInWords({ t, format }: InboxWords, months: readonly number[]): string {
  const one = (age: number) =>
    age < 0 ? t("row.unborn") : age < 24 ? t("row.months", { count: age }) : String(Math.floor(age / 12));
  return format.list(months.map(one));
}

/** A due time beside a row: today by its hour, other days by their name. */
export function whenInWords({ t, format, today, dayOf, now }: InboxWords, at: Date): string {
  if (dayOf(at) === today) return t("row.today", { time: format.time(at) });
  const near = Math.abs(at.getTime() - now.getTime()) < 6 * 86_400_000;
  return near ? `${format.date(at).split(",")[0]}, ${format.time(at)}` : format.dateTime(at);
}
