import { createInstance, type i18n as Translator } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "./languages";

/** An i18next instance fixed to one language. Used on the server (all namespaces) and after hydration (those of the page). */
export function startTranslator(lng: Language, words: Record<string, object>): Translator {
  const translator = createInstance();
  void translator.use(initReactI18next).init({
    lng,
    fallbackLng: false,
    resources: { [lng]: words },
    ns: Object.keys(words),
    defaultNS: "common",
    initImmediate: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
  });
  return translator;
}
