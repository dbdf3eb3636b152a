export interface Need {
  code: string;
  openEligibility: readonly string[];
  sdohcc: readonly string[];
  en: readonly string[];
  es: readonly string[];
}

/** A need with its synonyms written as one line of words between commas. */
export const need = (
  code: string,
  openEligibility: string[],
  sdohcc: string[],
  en: string,
  es: string,
): Need => ({
  code,
  openEligibility,
  sdohcc,
  en: en.split(", "),
  es: es.split(", "),
});
