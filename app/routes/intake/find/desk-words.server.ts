import type { TFunction } from "i18next";
import { formatIn, type Format } from "~/locales/format";
import type { Language } from "~/locales/languages";
import { languageNames } from "~/locales/intl-names";
import { translate } from "~/locales/translator.server";

/** Everything a loader needs to write sentences in one language and one time zone. */
export type DeskWords = {
  language: Language;
  t: TFunction;
  format: Format;
  languageName: (code: string) => string;
};

const namesOfCodes = new Map<string, string>();

/** A language's name with a capital, in the reader's language; a code that is none stays as it is. */
function nameOf(language: Language, code: string): string {
  const known = namesOfCodes.get(`${language} ${code}`);
  if (known !== undefined) return known;
  try {
    const name = languageNames(language).of(code) ?? code;
    const capital = name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
    if (namesOfCodes.size < 1_000) namesOfCodes.set(`${language} ${code}`, capital);
    return capital;
  } catch {
    return code;
  }
}

/** `t` reads the intake words first; other namespaces by their prefix ("status:capacity.full"). */
export function deskWords(language: Language, timeZone: string): DeskWords {
  return {
    language,
    t: translate(language, "intake"),
    format: formatIn(language, timeZone),
    languageName: (code) => nameOf(language, code),
  };
}

/** "3 and 6", "8 mo and 4": ages as people say them, youngest last as they were given. */
export function agesInWords(words: DeskWords, months: readonly number[]): string {
  const { t, format } = words;
  const one = (age: number) =>
    age < 0
      ? t("provider:row.unborn")
      : age < 24
        ? t("provider:row.months", { count: age })
        : String(Math.floor(age / 12));
  return format.list(months.map(one));
}
