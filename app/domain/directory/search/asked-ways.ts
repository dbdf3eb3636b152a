import { readMetTopic } from "./met-topic";
import type { WeighedWord } from "./weigh-way";

/** A way to meet a topic: its words by their place among all that are asked for. */
export interface AskedWay {
  topic: number;
  way: number;
  need: boolean;
  /** It is all ways from `way` on, weighed ahead (met-topic.ts). */
  ahead: boolean;
  most: number;
  words: { at: number; share: number }[];
}
/** Which way of which topic a listing met, and whether all of its words are there. */
export type Met = [topic: number, way: number, entire: boolean];

/** Hashes of the words that are asked for, each once. */
export const termsOf = (words: readonly WeighedWord[]): string[] => [
  ...new Set(words.map(({ term }) => term)),
];

/** The ways that words are of; of those of a topic that are the same one word only the one that counts most. */
export function askedWays(words: readonly WeighedWord[]): AskedWay[] {
  const terms = termsOf(words);
  const ways = new Map<string, AskedWay>();
  for (const { topic, way, need, most, term, share, ahead = false } of words) {
    const known = ways.get(`${topic} ${way}`);
    const word = { at: terms.indexOf(term), share };
    if (known) known.words.push(word);
    else ways.set(`${topic} ${way}`, { topic, way, need, ahead, most, words: [word] });
  }
  const all = [...ways.values()];
  return all.filter(
    (one) =>
      one.words.length > 1 ||
      !all.some(
        (other) =>
          other !== one &&
          other.topic === one.topic &&
          other.words.length === 1 &&
          other.words[0]?.at === one.words[0]?.at &&
          (other.most > one.most || (other.most === one.most && other.way < one.way)),
      ),
  );
}

/** What a listing gets of a way, and by which: of ways weighed ahead the one that is kept. Null where it holds none of the words. */
function metOf(
  { way, ahead, most, words }: AskedWay,
  said: readonly number[],
): { way: number; entire: boolean; got: number } | null {
  const held = words.filter(({ at }) => (said[at] ?? 0) > 0);
  if (held.length === 0) return null;
  if (ahead) {
    const { met, way: by, entire } = readMetTopic(said[words[0]?.at ?? 0] ?? 0);
    return { way: way + by, entire, got: most * (met / 1000) ** 2 };
  }
  const got = most * held.reduce((sum, { at, share }) => sum + (share * (said[at] ?? 0)) / 1000, 0) ** 2;
  return { way, entire: held.length === words.length, got };
}

/** Of each topic the best way that a listing met: whole ones first. `said`: what each of `termsOf` weighs in it. */
export function waysMet(words: readonly WeighedWord[], said: readonly number[]): Met[] {
  const best = new Map<number, { met: Met; got: number }>();
  for (const asked of askedWays(words)) {
    const found = metOf(asked, said);
    if (!found) continue;
    const { way, entire, got } = found;
    const known = best.get(asked.topic);
    if (!known || (entire && !known.met[2]) || (entire === known.met[2] && got > known.got))
      best.set(asked.topic, { met: [asked.topic, way, entire], got });
  }
  return [...best.entries()].sort(([a], [b]) => a - b).map(([, { met }]) => met);
}
