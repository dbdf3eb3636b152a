import { useTranslation } from "react-i18next";
import { formatIn, type Format } from "./format";
import { fallbackLanguage, isLanguage, type Language } from "./languages";

/** The language of the page being drawn. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : fallbackLanguage;
}

/** Formats for the page's language; give the jurisdiction's time zone from the loader. */
export function useFormat(timeZone: string): Format {
  return formatIn(useLanguage(), timeZone);
}
