import type { i18n as Translator, TFunction } from "i18next";
import { languages, type Language, type Namespace } from "./languages";
import { resources } from "./resources.server";
import { rememberWords } from "./remember-words";
import { startTranslator } from "./start-translator";

/** A translator whose sentences are remembered: nothing of the server's words changes while it runs. */
function remembering(translator: Translator): Translator {
  const known = new Map<string, TFunction>();
  const slow = translator.getFixedT.bind(translator) as (...given: unknown[]) => TFunction;
  const quick = (...given: unknown[]): TFunction => {
    const asked = JSON.stringify(given);
    const t = known.get(asked) ?? rememberWords(slow(...given));
    known.set(asked, t);
    return t;
  };
  return Object.assign(translator, { getFixedT: quick });
}

const translators = new Map<Language, Translator>(
  languages.map((language) => [language, remembering(startTranslator(language, resources[language]))]),
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
