/** The languages people can choose. Design.md section 10: named in themselves, no flags. */
export const languages = ["en", "es"] as const;
export type Language = (typeof languages)[number];
export const fallbackLanguage: Language = "en";

export const languageNames: Record<Language, string> = { en: "English", es: "Español" };
export const languageDirections: Record<Language, "ltr" | "rtl"> = { en: "ltr", es: "ltr" };

export const namespaces = [
  "common",
  "status",
  "public",
  "pages",
  "family",
  "intake",
  "provider",
  "manager",
  "goals",
  "linkage",
  "admin",
  "account",
  "mail",
  "needs",
  "provider-listings",
  "admin-areas",
  "admin-records",
  "admin-directory",
  "admin-translations",
  "admin-county",
  "share",
  "checks",
  "listing-review",
  "listing",
  "crisis",
] as const;
export type Namespace = (typeof namespaces)[number];

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** The language of a locale that is kept with a person; the fallback where there are no words of it. */
export function languageOfLocale(locale: string): Language {
  return languages.find((language) => locale.startsWith(language)) ?? fallbackLanguage;
}

/** The same path in another language, for pages that carry the language as their first segment. */
export function pathInLanguage(path: string, language: Language): string {
  return path.replace(/^\/[^/]*/, `/${language}`);
}
