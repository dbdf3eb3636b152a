import type { SearchCriteria } from "./search-criteria";
import { keyOf, saidTopics, type Topic } from "./search-words";
import { foldWords } from "./plain-words";

/** One way to meet a topic: words that a listing says, or a need that it has. `weight`: of it beside the words as typed. */
export type Way = { weight: number } & ({ words: string } | { need: string });
/** What a search asks for, piece by piece: a listing meets a piece by the best of its ways. */
export interface AskedTopic {
  /** As typed; a need that was chosen and not typed has none. */
  typed: string | null;
  weight: number;
  ways: Way[];
}

const whole = 1;
/** What families say of a situation is seldom what programs write: their own words count less than the program's. */
const saidOfSituation = 0.7;
/** Words of a situation stand in the order of how near they come: each counts less than the one before. */
const wordWeight = (at: number): number => Math.max(0.35, 1 - 0.15 * at);
/** Of a need that was chosen and not typed the category is the whole wish, and its words are beside. */
const besideCategory = 0.3;
/** Of one that was typed the category is beside its words. */
const besideWordsWeight = 0.25;
const asideWeight = 0.35;

function topicOf(phrase: string, known: ReadonlyMap<string, Topic>): Topic | undefined {
  const folded = foldWords(phrase).trim();
  const key = keyOf(phrase);
  const own = known.get(folded) ?? (key === null ? undefined : known.get(key));
  return own ?? saidTopics.get(folded) ?? (key === null ? undefined : saidTopics.get(key));
}

function typedTopic(typed: string, known: ReadonlyMap<string, Topic>): AskedTopic {
  const topic = topicOf(typed, known);
  return {
    typed,
    weight: topic?.aside ? asideWeight : 1,
    ways: [
      { words: typed, weight: topic ? saidOfSituation : whole },
      ...(topic?.words ?? []).map((words, at) => ({ words, weight: wordWeight(at) })),
    ],
  };
}

/** What has the need of a typed phrase as its category: a little more than what only says the words. */
function besideWords(codes: readonly string[]): AskedTopic[] {
  const ways = codes.map((need) => ({ need, weight: whole }));
  return ways.length > 0 ? [{ typed: null, weight: besideWordsWeight, ways }] : [];
}

/** A need from a button or a category: whoever has it fits, whoever says its words fits somewhat. */
function chosenNeed(code: string, wordsOf: (code: string) => readonly string[]): AskedTopic {
  return {
    typed: null,
    weight: 1,
    ways: [
      { need: code, weight: whole },
      ...wordsOf(code).map((words) => ({ words, weight: besideCategory })),
    ],
  };
}

/**
 * What the words and needs of a search are looked for by. A need that was typed is looked for by its words, by those of
 * its situation and, for less, by its category. `known`: topics of the jurisdiction's own, by phrase or key.
 */
export function expandTopics(
  { needs, said, words }: Pick<SearchCriteria, "needs" | "said" | "words">,
  wordsOf: (code: string) => readonly string[],
  known: ReadonlyMap<string, Topic> = new Map(),
): AskedTopic[] {
  const typed = said.filter(({ need }) => needs.includes(need));
  const chosen = needs.filter((code) => !typed.some(({ need }) => need === code));
  return [
    ...typed.map(({ words: phrase }) => typedTopic(phrase, known)),
    ...words.map((phrase) => typedTopic(phrase, known)),
    ...besideWords(typed.map(({ need }) => need)),
    ...chosen.map((code) => chosenNeed(code, wordsOf)),
  ];
}
