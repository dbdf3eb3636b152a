import { needs } from "../needs/needs";
import { situations } from "../situations/situations";
import { factReadings, type Reading } from "./fact-words";
import { foldWords, splitWords } from "./plain-words";
import { phraseKey } from "./phrase-key";

/** What a topic of a line is looked for by, beside its own words: words of listings, needs, and whether it counts half. */
export interface Topic {
  words: readonly string[];
  needs: readonly string[];
  aside: boolean;
}

type Said = { phrase: string; reading: Reading; topic: Topic };

/** Every phrase of a need or situation, with what it stands for. */
const said: readonly Said[] = [
  ...situations.flatMap((one) =>
    [...one.en, ...one.es].map((phrase) => ({
      phrase: foldWords(phrase),
      reading: one.needs[0]
        ? { kind: "need" as const, value: one.needs[0] }
        : { kind: "words" as const, value: "" },
      topic: one,
    })),
  ),
  ...needs.flatMap(({ code, en, es }) =>
    [...en, ...es].map((phrase) => ({
      phrase: foldWords(phrase),
      reading: { kind: "need" as const, value: code },
      topic: { words: en, needs: [code], aside: false },
    })),
  ),
];

export const keyOf = (phrase: string): string | null =>
  phraseKey(splitWords(phrase).words.map(({ folded }) => folded));

function dictionary(): Map<string, Reading[]> {
  const words = new Map<string, Reading[]>();
  const add = (phrase: string, reading: Reading) => {
    const had = words.get(phrase) ?? [];
    if (!had.some(({ kind }) => kind === reading.kind)) words.set(phrase, [...had, reading]);
  };
  for (const [kind, value, phrases, orNeed] of factReadings)
    for (const phrase of phrases.split(", "))
      add(foldWords(phrase), { kind, value, ...(orNeed && { orNeed }) });
  // What is said of the line's facts is no topic as well, but for who raises the child.
  const facts = new Set(
    [...words].filter(([, [one]]) => !whoKinds.has(one?.kind ?? "")).map(([phrase]) => phrase),
  );
  for (const { phrase, reading } of said) {
    const had = words.get(phrase) ?? [];
    if (facts.has(phrase) || had.some(({ orNeed, kind }) => orNeed || kind === "need" || kind === "words"))
      continue;
    add(phrase, reading);
  }
  return words;
}
const whoKinds: ReadonlySet<string> = new Set(["caregiver", "age"]);

/** Phrase (folded, up to six words) to what it stands for. */
export const searchWords: ReadonlyMap<string, readonly Reading[]> = dictionary();

const firstOf = <T>(pick: (one: Said) => T): ReadonlyMap<string, T> => {
  const found = new Map<string, T>();
  for (const one of said)
    for (const key of [one.phrase, keyOf(one.phrase)])
      if (key !== null && !found.has(key)) found.set(key, pick(one));
  return found;
};
/** Phrases of needs and situations, also by their key, to what they stand for. */
export const saidReadings: ReadonlyMap<string, Reading> = firstOf(({ reading }) => reading);
/** The same, to what they are looked for by. */
export const saidTopics: ReadonlyMap<string, Topic> = firstOf(({ topic }) => topic);

/** Single words that a typo may be meant for. */
export const singleWords: readonly string[] = [...searchWords.keys()].filter(
  (w) => !w.includes(" ") && w.length >= 5,
);
/** Two words that a typo may be meant for. */
export const doubleWords: readonly string[] = [...searchWords.keys()].filter(
  (w) => w.split(" ").length === 2 && w.length >= 9,
);
