/** Text as it is compared: lower case, no accents, no control characters, words only. */
export function foldWords(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[\p{C}]+/gu, " ")
    .toLowerCase();
}

/** Words and numbers of a line, at most 40, as typed and as folded. */
export function splitWords(line: string): { typed: string; folded: string }[] {
  const typed = line.slice(0, 500).match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
  return typed
    .slice(0, 40)
    .map((word) => ({ typed: word, folded: foldWords(word).replace(/['’]/g, "").replace(/-+$/, "").trim() }))
    .filter((word) => word.folded !== "");
}

function trigrams(word: string): Set<string> {
  const padded = `  ${word} `;
  const found = new Set<string>();
  for (let at = 0; at < padded.length - 2; at += 1) found.add(padded.slice(at, at + 3));
  return found;
}

/** Shared trigrams over all trigrams of two words, 0 to 1, as pg_trgm counts them. */
export function wordSimilarity(a: string, b: string): number {
  const left = trigrams(a);
  const right = trigrams(b);
  let shared = 0;
  for (const gram of left) if (right.has(gram)) shared += 1;
  return shared / (left.size + right.size - shared);
}

/** The most similar entry at or above the bar, the earlier one on a tie; null when none. */
export function closestWord(word: string, entries: Iterable<string>, bar: number): string | null {
  let best: string | null = null;
  let bestScore = bar;
  for (const entry of entries) {
    const score = Math.abs(entry.length - word.length) > 3 ? 0 : wordSimilarity(word, entry);
    if (score > bestScore || (score === bestScore && best === null)) {
      best = entry;
      bestScore = score;
    }
  }
  return best;
}
