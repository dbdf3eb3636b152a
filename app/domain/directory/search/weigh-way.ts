import type { Way } from "./expand-topics";
import { type KnownWords, phraseOf } from "./known-phrases";

/** A word of one way to meet a topic. A listing that holds it with weight w gets share * w of the way; the whole way counts `most`. */
export interface WeighedWord {
  topic: number;
  way: number;
  /** Hash of the word, as listing_term has it. */
  term: string;
  share: number;
  most: number;
  /** Not a word but a need: whoever has it is a match, however little that counts. */
  need: boolean;
  /** Not a word but all ways of the topic from `way` on, weighed ahead (met-topic.ts). */
  ahead?: boolean;
}

/** A word that every fourth program says tells nothing apart, where others do; of few programs that says little. */
const tooCommon = 0.25;
const fewPrograms = 200;

/** What counts for so little beside the best way is not looked for. */
export const tooLittle = 0.08;

/** ln(1 + (N - n + 0.5) / (n + 0.5)): how much a word tells (Robertson 1994, as Lucene has it). */
const rarity = (all: number, services: number) =>
  Math.log(1 + (Math.max(all, services) - services + 0.5) / (services + 0.5));

/** The words of a way that were looked up, with what each counts: `most` is `weight` times the way's own times its rarest word's. */
export function weighWay(
  words: KnownWords,
  way: Way,
  weight: number,
  at: { topic: number; way: number },
): WeighedWord[] {
  const all = words.lexemes.get(phraseOf(way)) ?? [];
  const limit = words.all < fewPrograms ? Infinity : words.all * tooCommon;
  const telling = all.filter(({ services }) => services < limit);
  const lexemes = telling.length > 0 ? telling : all;
  const idfs = lexemes.map(({ services }) => rarity(words.all, services));
  const whole = idfs.reduce((sum, idf) => sum + idf, 0);
  const most = weight * way.weight * Math.max(0, ...idfs);
  const need = "need" in way;
  return lexemes.map(({ term }, n) => ({ ...at, term, share: (idfs[n] ?? 0) / whole, most, need }));
}
