import { glueWords } from "./common-words";
import { type Danger, dangerKinds, dangerPhrases, dangers } from "./danger-phrases";
import { foldWords, splitWords } from "./plain-words";

export { type Danger, dangers } from "./danger-phrases";

/** One word of a phrase: which words it may be; `none`: which must not follow, and nothing is taken. */
type Slot = { words: ReadonlySet<string>; isAge: boolean; none: boolean };

const fold = (word: string): string => foldWords(word).replace(/['’]/g, "");
function slotOf(said: string): Slot {
  const none = said.startsWith("!");
  const parts = (none ? said.slice(1) : said).split("|");
  const words = parts.flatMap((part) =>
    part.startsWith("{") ? (dangerKinds[part.slice(1, -1)]?.split(" ") ?? []) : [fold(part)],
  );
  return { words: new Set(words), isAge: said === "{age}", none };
}
const phrases = dangers.flatMap((danger) =>
  dangerPhrases[danger].split(", ").map((phrase) => ({ danger, slots: phrase.split(" ").map(slotOf) })),
);
/** Phrases by the words they may begin with; those that begin with an age under "". */
const byFirst = new Map<string, typeof phrases>();
for (const phrase of phrases) {
  const [first] = phrase.slots;
  for (const word of first?.isAge ? [""] : (first?.words ?? []))
    byFirst.set(word, [...(byFirst.get(word) ?? []), phrase]);
}

/** Words that may stand inside a told danger without changing it: "hit her again", "hits the little kids". */
const between = (word: string): boolean => glueWords.has(word) || further.has(word);
const further: ReadonlySet<string> = new Set(
  "little own all him them again badly always too whole entire im ive hes shes ur mucho muy todo toda".split(
    " ",
  ),
);
const mostBetween = 4;
const isAge = (word: string): boolean => /^\d{1,2}(?:yo|yr|yrs|mo)?$/.test(word);

/** Where a phrase ends that begins at a word, or null; joining words may stand between two of its own. */
function endOf(slots: readonly Slot[], words: readonly string[], at: number): number | null {
  const [slot, ...rest] = slots;
  if (!slot) return at;
  const word = words[at] ?? "";
  if (slot.none) return slot.words.has(word) ? null : endOf(rest, words, at);
  if (word === "" || !(slot.isAge ? isAge(word) : slot.words.has(word))) return null;
  const next = rest[0];
  if (!next || next.none) return endOf(rest, words, at + 1);
  for (let from = at + 1; from <= at + 1 + mostBetween; from += 1) {
    const end = endOf(rest, words, from);
    if (end !== null) return end;
    if (!between(words[from] ?? "")) return null;
  }
  return null;
}

/** Dangers in folded words, with the positions of what says them: from `at` to before `end`. */
export function findDangers(words: readonly string[]): { danger: Danger; at: number; end: number }[] {
  return words.flatMap((word, at) =>
    (byFirst.get(isAge(word) ? "" : word) ?? []).flatMap(({ danger, slots }) => {
      const end = endOf(slots, words, at);
      return end === null ? [] : [{ danger, at, end }];
    }),
  );
}

/**
 * Dangers that a line tells of, in English or Spanish, each once: they are shown before any result, and above none.
 * A line is read too readily rather than missed; nothing of it is kept.
 */
export function readDanger(line: string): Danger[] {
  const found = new Set(
    findDangers(splitWords(line).words.map(({ folded }) => folded)).map(({ danger }) => danger),
  );
  return dangers.filter((danger) => found.has(danger));
}
