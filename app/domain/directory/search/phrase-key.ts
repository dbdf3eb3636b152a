import { glueWords } from "./common-words";

/** One form for a word and its plural, in both languages: enough to hold phrases together, not a stem. */
function singular(word: string): string {
  if (word.length < 4) return word;
  return word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.replace(/([^s])s$/, "$1");
}

/**
 * What a phrase of folded words is compared by: without the words that only join, each in one form. Null where one word
 * would stand for several: "me pega" is no "pega".
 */
export function phraseKey(words: readonly string[]): string | null {
  const telling = words.filter((word) => !glueWords.has(word));
  if (telling.length === 0 || (telling.length === 1 && words.length > 1)) return null;
  return telling.map(singular).join(" ");
}
