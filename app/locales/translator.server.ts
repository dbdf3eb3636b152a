import type { i18n as Translator, TFunction } from "i18next";
import { languages, type Language, type Namespace } from "./languages";
import { resources } from "./resources.server";
import { startTranslator } from "./start-translator";

const translators = new Map<Language, Translator>(
  languages.map((language) => [language, startTranslator(language, resources[language])]),
);

/** The cached translator of a language; nothing is read from disk on a request. */
export function translatorFor(language: Language): Translator {
  const translator = translators.get(language);
  if (!translator) throw new Error(`no translator for ${language}`);
  return translator;
}

/**
 * `t` for loaders, mail, exports and the command line.
 * @example translate("es", "status")("referral.sent")
 */
export function translate(language: Language, namespace: Namespace): TFunction {
  return translatorFor(language).getFixedT(language, namespace);
}
