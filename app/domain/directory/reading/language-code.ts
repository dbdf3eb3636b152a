/**
 * One code for a language, whatever a source writes: ISO 639-1 where the language has one, else 639-3. HSDS allows both, and
 * sources write names as well. The function `plain_language` (migration languages_by_one_code) says the same in SQL.
 */

/** Where the portal's own lists say another code than the one that is preferred now. */
const ours: Readonly<Record<string, string>> = { fil: "tl", cmn: "zh" };
/** Names that Intl does not give. */
const otherNames: Readonly<Record<string, string>> = {
  asl: "ase",
  "american sign language": "ase",
  "sign language": "ase",
  mandarin: "zh",
  "mandarin chinese": "zh",
  farsi: "fa",
  dari: "fa",
  tagalog: "tl",
  filipino: "tl",
  creole: "ht",
  "haitian creole": "ht",
  cambodian: "km",
  castellano: "es",
};

const letters = [..."abcdefghijklmnopqrstuvwxyz"];
const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
let names: Map<string, string> | null = null;

/** Names of the languages of ISO 639-1 in English, in Spanish and in themselves. */
function allNames(): Map<string, string> {
  if (names) return names;
  const made = new Map<string, string>();
  const say = ["en", "es"].map(
    (language) => new Intl.DisplayNames([language], { type: "language", fallback: "none" }),
  );
  for (const first of letters)
    for (const second of letters) {
      const code = `${first}${second}`;
      if (codeOf(code) !== code) continue;
      for (const one of say) {
        const name = one.of(code);
        if (name && !made.has(folded(name))) made.set(folded(name), code);
      }
    }
  for (const [name, code] of Object.entries(otherNames)) made.set(name, code);
  names = made;
  return made;
}

/** "spa", "ES", "es-MX", "chi" as "es", "es", "es", "zh"; null for what is no code. */
function codeOf(tag: string): string | null {
  const code = /^([a-z]{2,3})(?=[-_]|$)/i.exec(tag)?.[1];
  if (!code) return null;
  try {
    const base = (Intl.getCanonicalLocales(code)[0] ?? code).split("-")[0] ?? code;
    return ours[base] ?? base;
  } catch {
    return null;
  }
}

/** The code of a language that a source gives as a code or a name; null where it is neither. */
export function languageCode(word: string): string | null {
  const text = word.trim();
  const named = allNames().get(folded(text.replace(/\s*[([].*$/, "")));
  return named ?? codeOf(text);
}

/** Languages of a list, each by its one code; a word that is none stays as it is. */
export const languageCodesOf = (words: readonly string[]): string[] => [
  ...new Set(words.map((word) => languageCode(word) ?? word)),
];
