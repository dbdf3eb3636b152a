import type { Word } from "./read-words";

/** A name is taken to stand at least so often: of what is rarer, its rarity is not known. */
const fewest = 2;

export type NameRarity = {
  /** How often it stands on all sides together. */
  countOf(name: string): number;
  /** Bits by which it is commoner than the mean of names that agree by chance; negative for a rare one. */
  bitsOf(name: string): number;
};

/** Counts what `nameOf` makes of each word, by side, and how rare each name is (term frequency, Winkler 1990). */
export function countRarity(words: Word[], nameOf: (raw: string) => string | null): NameRarity {
  const sides = words[0]?.counts.length ?? 1;
  const counts = new Map<string, number[]>();
  const totals = Array.from({ length: sides }, () => 0);
  for (const { raw, counts: found } of words) {
    const name = nameOf(raw);
    if (name === null) continue;
    const sums = counts.get(name) ?? Array.from({ length: sides }, () => 0);
    found.forEach((n, side) => {
      sums[side]! += n;
      totals[side]! += n;
    });
    counts.set(name, sums);
  }
  const shareOn = (sums: number[], side: number): number => sums[side]! / Math.max(1, totals[side]!);
  let agree = 0;
  for (const sums of counts.values()) agree += shareOn(sums, 0) * shareOn(sums, sides - 1);
  const shareOf = (sums: number[]): number =>
    Math.max(...sums.flatMap((n, side) => (n === 0 ? [] : [Math.max(n, fewest) / totals[side]!])));
  return {
    countOf: (name) => (counts.get(name) ?? []).reduce((a, b) => a + b, 0),
    bitsOf: (name) => Math.log2(shareOf(counts.get(name) ?? [1]) / Math.max(1e-9, agree)),
  };
}
