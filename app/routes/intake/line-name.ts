import type { JurisdictionSettings } from "~/domain/organizations/jurisdiction-settings";
import type { Language } from "~/locales/languages";

/** What a line is called here, in the reader's language; null where the portal's own words stand. */
export const lineName = (
  { lines }: JurisdictionSettings,
  line: keyof JurisdictionSettings["lines"],
  language: Language,
): string | null => lines[line][language] ?? lines[line]["en"] ?? null;
