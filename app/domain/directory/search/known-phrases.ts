import type { Way } from "./expand-topics";

/** A word as listing_term has it (a hash), and how many listings say it. `most`: of a topic that is weighed ahead, what its best way gives. */
export type Lexeme = { term: string; services: number; most: number | null };
/** What is known of words: how many listings there are, and the words of phrases. */
export type KnownWords = { all: number; lexemes: Map<string, readonly Lexeme[]> };

/** What no database text holds: control characters, halves of characters. */
const storable = (words: string) => words.replace(/[\p{Cc}\p{Cs}]/gu, " ");
/** A way as it is looked up: a need is a word of its own. */
export const phraseOf = (way: Way): string => ("words" in way ? storable(way.words) : `need:${way.need}`);
/** The name of what one of `knownWays` is weighed ahead under: another word or weight makes it another. */
export const topicPhrase = (ways: readonly Way[]): string =>
  `topic:${ways.map((way) => `${way.weight} ${phraseOf(way)}`).join("|")}`;
