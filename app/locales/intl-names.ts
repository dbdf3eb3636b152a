/** Intl's tables cost far more to open than to read: each is opened once a language. */
function onceALanguage<T>(open: (language: string) => T): (language: string) => T {
  const opened = new Map<string, T>();
  return (language) => {
    const known = opened.get(language) ?? open(language);
    opened.set(language, known);
    return known;
  };
}

/** Names of languages, in a language. */
export const languageNames = onceALanguage(
  (language) => new Intl.DisplayNames([language], { type: "language" }),
);

/** Long names of weekdays, of a date in UTC. */
export const weekdayNames = onceALanguage(
  (language) => new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" }),
);

/** Miles with one decimal at most. */
export const mileNumbers = onceALanguage(
  (language) => new Intl.NumberFormat(language === "es" ? "es-US" : "en-US", { maximumFractionDigits: 1 }),
);
