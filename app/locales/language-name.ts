import { languageNames } from "./intl-names";
import type { PlainWords } from "./words";

const known = new Map<string, string>();
const most = 1_000;

/** Intl has no name for American Sign Language in Spanish; a code that is none stays as it is. */
function nameOf({ language, t }: PlainWords, code: string): string {
  if (code === "ase") return t("common:signLanguage");
  try {
    return languageNames(language).of(code) ?? code;
  } catch {
    return code;
  }
}

/** A language's name as it stands inside a sentence. */
export function languageName(words: PlainWords, code: string): string {
  const key = `${words.language} ${code}`;
  const name = known.get(key) ?? nameOf(words, code);
  if (known.size < most) known.set(key, name);
  return name;
}

/** The same with a capital, where it stands alone. */
export function languageLabel(words: PlainWords, code: string): string {
  return capital(words, languageName(words, code));
}

/** A phrase with a capital, where it stands alone. */
export function capital({ language }: Pick<PlainWords, "language">, phrase: string): string {
  return phrase.charAt(0).toLocaleUpperCase(language) + phrase.slice(1);
}
