import type { Language } from "./languages";

const localeOf: Record<Language, string> = { en: "en-US", es: "es-US" };

/** ICU versions differ in their spaces and in "p. m."; one spelling everywhere, so server, browser and print agree. */
function plain(text: string): string {
  return text
    .replace(/[\u202f\u00a0]/g, " ")
    .replace(/\b([ap])\.?\s?m\.?(?=\s|$|[,.;)])/gi, (_, half: string) => `${half.toLowerCase()}m`);
}

export type Moment = Date | string | number;
type DateStyle = "short" | "long" | "month" | "weekday" | "year";

const dateOptions: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  short: { weekday: "short", month: "short", day: "numeric" },
  year: { month: "short", day: "numeric", year: "numeric" },
  long: { weekday: "long", month: "long", day: "numeric" },
  month: { month: "short", year: "numeric" },
  weekday: { weekday: "long" },
};

const formatters = new Map<string, unknown>();

/** A formatter of Intl costs a hundred times what it formats: each is made once. */
function kept<T>(kind: string, locale: string, options: object, make: () => T): T {
  const key = `${kind} ${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key) ?? make();
  formatters.set(key, known);
  return known as T;
}

function showDate(locale: string, options: Intl.DateTimeFormatOptions, value: Moment): string {
  return kept("date", locale, options, () => new Intl.DateTimeFormat(locale, options)).format(
    new Date(value),
  );
}

function showNumber(locale: string, options: Intl.NumberFormatOptions, value: number): string {
  return kept("number", locale, options, () => new Intl.NumberFormat(locale, options)).format(value);
}

/**
 * Dates, times, numbers and lists in a language and a jurisdiction's time zone. A date that is only a date
 * ("2026-11-21") is shown as that day in every zone.
 * @param now what "this year" is
 * @example formatIn("en", "America/New_York").dateTime(referral.sentAt) // "Fri, Nov 20, 2:14 pm"
 */
export function formatIn(language: Language, timeZone: string, now: Moment = Date.now()) {
  const locale = localeOf[language];
  const show = (value: Moment, options: Intl.DateTimeFormatOptions) => {
    const dayOnly = typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
    return plain(showDate(locale, { ...options, timeZone: dayOnly ? "UTC" : timeZone }, value));
  };
  const time = (value: Moment) => show(value, { hour: "numeric", minute: "2-digit" });
  const yearOf = (value: Moment) => show(value, { year: "numeric" });
  const thisYear = yearOf(now);
  /** A day of another year says which. */
  const date = (value: Moment, style: DateStyle = "short") => {
    const options = dateOptions[style];
    const other = options.day !== undefined && yearOf(value) !== thisYear;
    return show(value, other ? { ...options, year: "numeric" } : options);
  };
  const digitsOf = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });
  return {
    date,
    time,
    dateTime: (value: Moment) => `${date(value)}, ${time(value)}`,
    number: (value: number, digits = 0) => showNumber(locale, digitsOf(digits), value),
    percent: (share: number, digits = 0) =>
      plain(showNumber("en-US", { style: "percent", ...digitsOf(digits) }, share)),
    list: (items: readonly string[], type: "conjunction" | "disjunction" = "conjunction") =>
      kept("list", locale, { type }, () => new Intl.ListFormat(locale, { type })).format(items),
    phone: formatPhone,
  };
}

export type Format = ReturnType<typeof formatIn>;

/** A North American number as people write it; anything else unchanged. */
export function formatPhone(value: string): string {
  const digits = value.replace(/\D/g, "").replace(/^1(?=\d{10}$)/, "");
  return digits.length === 10 ? `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}` : value;
}
