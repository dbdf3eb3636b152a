import { foldWords } from "~/domain/directory/search/plain-words";
import { needs } from "~/domain/directory/needs/needs";
import type { FoundListing } from "~/domain/directory/search/found-listing";
import { situations } from "~/domain/directory/situations/situations";
import { capital } from "~/locales/language-name";
import type { Words } from "~/locales/words";

/** Why a program was found, before all else that fits. */
export interface SaidReason {
  /** "Says", "Says part of"; null where a need is named. */
  label: string | null;
  /** `language` of a phrase where it is not the page's. */
  phrases: { words: string; language: string | null }[];
}
type Found = Pick<FoundListing, "says" | "saysPart" | "match">;

const shown = 3;
const english: ReadonlySet<string> = new Set(
  [...situations.flatMap(({ words, en }) => [...words, ...en]), ...needs.flatMap(({ en }) => en)].map(
    foldWords,
  ),
);

/** Phrases that no other one says already. */
function apart(phrases: readonly string[]): string[] {
  const within = (one: string, other: string) => other !== one && ` ${other} `.includes(` ${one} `);
  return phrases.filter((one) => !phrases.some((other) => within(one, other)));
}

/**
 * What a program says of the line, at most three phrases; of one that says nothing of it, the need that it has. Null where the
 * search asked for neither words nor needs.
 */
export function saidInWords(words: Words, { says = [], saysPart = [], match }: Found): SaidReason | null {
  const { t, language } = words;
  const phrasesOf = (phrases: readonly string[]) =>
    apart(phrases)
      .slice(0, shown)
      .map((phrase) => ({
        words: phrase,
        language: language !== "en" && english.has(foldWords(phrase)) ? "en" : null,
      }));
  if (says.length > 0) return { label: t("listing:says.whole"), phrases: phrasesOf(says) };
  const need = match.rules.find(({ rule, outcome }) => rule === "need" && outcome === "pass");
  if (need)
    return {
      label: null,
      phrases: [{ words: capital(words, t(`needs:${need.params["code"]}`)), language: null }],
    };
  return saysPart.length > 0 ? { label: t("listing:says.part"), phrases: phrasesOf(saysPart) } : null;
}
