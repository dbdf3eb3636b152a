/** Letters that are no letter with a mark, as `unaccent` of the database writes them. */
const plainLetters: Readonly<Record<string, string>> = {
  ...{ ł: "l", đ: "d", ð: "d", ø: "o", ß: "ss", æ: "ae", œ: "oe", þ: "th", ı: "i", ħ: "h", ŧ: "t", ŋ: "n" },
};

/** Text as it is compared: lower case, no accents, no control characters, words only. */
export function foldWords(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[\p{C}]+/gu, " ")
    .toLowerCase()
    .replace(/[łđðøßæœþıħŧŋ]/g, (letter) => plainLetters[letter] ?? letter);
}

const wordPattern = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;
const wordsAtMost = 60;

/** Words and numbers of a line, as typed and as folded: the first 60, and those `beyond`, as typed. */
export function splitWords(line: string): { words: { typed: string; folded: string }[]; beyond: string[] } {
  const all = (line.match(wordPattern) ?? [])
    .map((word) => ({
      typed: word.slice(0, 80),
      folded: foldWords(word.slice(0, 80)).replace(/['’]/g, "").replace(/-+$/, "").trim(),
    }))
    .filter((word) => word.folded !== "");
  return { words: all.slice(0, wordsAtMost), beyond: all.slice(wordsAtMost).map((word) => word.typed) };
}

/** The words of a line as they are compared, and where each stands in it. */
export function wordsWithPlace(line: string): { folded: string; from: number; to: number }[] {
  return [...line.matchAll(wordPattern)].flatMap(({ 0: typed, index }) =>
    splitWords(typed).words.map(({ folded }) => ({ folded, from: index, to: index + typed.length })),
  );
}

function trigrams(word: string): Set<string> {
  const padded = `  ${word} `;
  const found = new Set<string>();
  for (let at = 0; at < padded.length - 2; at += 1) found.add(padded.slice(at, at + 3));
  return found;
}

const keptTrigrams = new Map<string, ReadonlySet<string>>();
/** Of an entry of a list, which is compared with every word that nobody knows. */
function trigramsOfEntry(entry: string): ReadonlySet<string> {
  const known = keptTrigrams.get(entry);
  if (known) return known;
  const made = trigrams(entry);
  keptTrigrams.set(entry, made);
  return made;
}

/** Shared trigrams over all trigrams of two words, 0 to 1, as pg_trgm counts them. */
function similarity(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let shared = 0;
  for (const gram of left) if (right.has(gram)) shared += 1;
  return shared / (left.size + right.size - shared);
}

/** Whether one letter more, less, other or two swapped turn one word into the other. */
function isOneLetterOff(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  const restA = a.slice(from);
  const restB = b.slice(from);
  if (restA.slice(1) === restB || restB.slice(1) === restA || restA.slice(1) === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

/** The most similar entry at or above the bar, or else the first that is one letter off; null when none. */
export function closestWord(word: string, entries: Iterable<string>, bar: number): string | null {
  let best: string | null = null;
  let bestScore = bar;
  let oneOff: string | null = null;
  const typed = trigrams(word);
  for (const entry of entries) {
    if (Math.abs(entry.length - word.length) > 3) continue;
    const score = similarity(typed, trigramsOfEntry(entry));
    if (score > bestScore || (score === bestScore && best === null)) {
      best = entry;
      bestScore = score;
    }
    if (oneOff === null && isOneLetterOff(word, entry)) oneOff = entry;
  }
  return best ?? oneOff;
}
