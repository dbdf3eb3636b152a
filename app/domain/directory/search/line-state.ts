import { commonWords } from "./common-words";
import type { Reading } from "./fact-words";
import type { OwnPlace } from "./place-lookup";
import type { Place } from "./search-criteria";

/** A word as typed, and as it is compared. */
export type Word = { typed: string; folded: string };
/** A line while it is read: each word is taken once. */
export type State = {
  words: Word[];
  used: Set<number>;
  readings: Reading[];
  /** What the line is about, in its order: phrases with the need they were read as, and words that are none. */
  topics: { need: string | null; words: string; at: number }[];
  /** The need that a word for a person stands for, when the line names no other topic. */
  implied: State["topics"][number] | null;
  place: Place | OwnPlace | null;
  known: ReadonlyMap<string, Reading>;
};
const longestPhrase = 6;
export const carriesNothing = (word: string) => commonWords.has(word) || word.length < 2;

/** Whole positions of a span, or null when one is taken or it runs over the end. */
export function freeSpan({ words, used }: State, at: number, length: number): number[] | null {
  if (at + length > words.length) return null;
  const span = Array.from({ length }, (_, offset) => at + offset);
  return span.some((position) => used.has(position)) ? null : span;
}
export const phraseOf = ({ words }: State, span: readonly number[]) =>
  span.map((position) => words[position]?.folded).join(" ");

/** Longest phrase first, left to right, over words nobody has taken. */
export function takePhrases(
  state: State,
  read: (phrase: string, span: number[]) => boolean,
  longest = longestPhrase,
): void {
  for (let length = longest; length >= 1; length -= 1) {
    for (let at = 0; at + length <= state.words.length; at += 1) {
      const span = freeSpan(state, at, length);
      if (span && read(phraseOf(state, span), span)) span.forEach((p) => state.used.add(p));
    }
  }
}
