import i18next, { type TFunction } from "i18next";
import en from "~/locales/en/mail.json";
import es from "~/locales/es/mail.json";

const words = i18next.createInstance({
  resources: { en: { mail: en }, es: { mail: es } },
  fallbackLng: "en",
  defaultNS: "mail",
  initImmediate: false,
  // React escapes what it draws, and subjects are not HTML.
  interpolation: { escapeValue: false },
});
void words.init();

/** The words of mails in a language; English where there are none. */
export function mailWords(locale: string): TFunction<"mail"> {
  return words.getFixedT(locale.startsWith("es") ? "es" : "en", "mail") as TFunction<"mail">;
}
