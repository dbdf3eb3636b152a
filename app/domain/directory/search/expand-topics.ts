import type { SearchCriteria } from "./search-criteria";
import { keyOf, saidTopics, type Topic } from "./search-words";
import { foldWords } from "./plain-words";

/** One way to meet a topic: words that a listing says, or a need that it has. `weight`: of it beside the words as typed. */
export type Way = { weight: number } & ({ words: string } | { need: string });
/** For whom a search asks. */
type Facts = Pick<SearchCriteria, "childAgesMonths" | "caregivers">;
/** What a search asks for, piece by piece: a listing meets a piece by the best of its ways. */
export interface AskedTopic {
  /** As typed; a need that was chosen and not typed has none. */
  typed: string | null;
  weight: number;
  ways: Way[];
  /** From here on the ways are one of `knownWays`. */
  known?: number;
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
/** Words that stand beside a need or situation of the line and are none themselves: "school calls every day". */
const leftOverWeight = 0.5;

function topicOf(phrase: string, known: ReadonlyMap<string, Topic>): Topic | undefined {
  const folded = foldWords(phrase).trim();
  const key = keyOf(phrase);
  const own = known.get(folded) ?? (key === null ? undefined : known.get(key));
  return own ?? saidTopics.get(folded) ?? (key === null ? undefined : saidTopics.get(key));
}

const waysOfTopic = ({ words }: Topic): Way[] =>
  words.map((one, at) => ({ words: one, weight: wordWeight(at) }));

function typedTopic(typed: string, known: ReadonlyMap<string, Topic>): AskedTopic {
  const topic = topicOf(typed, known);
  return {
    typed,
    weight: topic?.aside ? asideWeight : 1,
    ways: [{ words: typed, weight: topic ? saidOfSituation : whole }, ...(topic ? waysOfTopic(topic) : [])],
    known: 1,
  };
}

/** What was typed, phrase by phrase; what is no topic counts half beside what is one. */
function typedTopics(
  said: readonly string[],
  words: readonly string[],
  known: ReadonlyMap<string, Topic>,
): AskedTopic[] {
  const topics = [...said, ...words].map((phrase) => typedTopic(phrase, known));
  const isTopic = ({ ways }: AskedTopic) => ways.length > 1;
  const rest = topics.some(isTopic) ? leftOverWeight : 1;
  return topics.map((topic) => (isTopic(topic) ? topic : { ...topic, weight: topic.weight * rest }));
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
    ways: [{ need: code, weight: whole }, ...waysBesideCategory(wordsOf(code))],
    known: 1,
  };
}
const waysBesideCategory = (words: readonly string[]): Way[] =>
  words.map((one) => ({ words: one, weight: besideCategory }));

/** What programs write for a family like this one: among those that fit, they come first. */
const ofFacts: readonly { is: (asked: Facts) => boolean; words: readonly string[]; weight: number }[] = [
  {
    is: ({ childAgesMonths }) => childAgesMonths.some((age) => age < 0),
    words: ["pregnant women", "prenatal care", "pregnancy", "maternity"],
    weight: 0.8,
  },
  {
    is: ({ childAgesMonths }) => childAgesMonths.some((age) => age >= 0 && age < 12),
    words: ["infants", "newborn", "babies", "pregnant women"],
    weight: 0.4,
  },
  { is: ({ caregivers }) => caregivers.includes("fathers"), words: ["fathers", "fatherhood"], weight: 0.35 },
  {
    is: ({ caregivers }) => caregivers.includes("grandparents_kin"),
    words: ["grandparents", "kinship care", "relative caregivers"],
    weight: 0.35,
  },
  {
    is: ({ caregivers }) => caregivers.includes("teen_parents"),
    words: ["teen parents", "pregnant teens", "young parents"],
    weight: 0.35,
  },
  {
    is: ({ caregivers }) => caregivers.includes("foster_adoptive"),
    words: ["foster parents", "adoptive parents"],
    weight: 0.35,
  },
];

/** None where the search asks for nothing else: who it is for is no wish. */
const factTopics = (asked: Facts): AskedTopic[] =>
  ofFacts
    .filter(({ is }) => is(asked))
    .map(({ words, weight }) => ({ typed: null, weight, ways: waysOfFact(words), known: 0 }));
const waysOfFact = (words: readonly string[]): Way[] => words.map((one) => ({ words: one, weight: whole }));

/** Every list of ways that `expandTopics` puts behind what was typed, whatever is asked: of situations, of needs, for whom. */
export function knownWays(
  own: ReadonlyMap<string, Topic>,
  needWords: readonly (readonly string[])[],
): Way[][] {
  const topics = new Set([...own.values(), ...saidTopics.values()]);
  return [
    ...[...topics].map(waysOfTopic),
    ...needWords.map(waysBesideCategory),
    ...ofFacts.map(({ words }) => waysOfFact(words)),
  ].filter((ways) => ways.length > 0);
}

/**
 * What the words and needs of a search are looked for by. A need that was typed is looked for by its words, by those of
 * its situation and, for less, by its category. `known`: topics of the jurisdiction's own, by phrase or key.
 */
export function expandTopics(
  { needs, said, words, ...facts }: Facts & Pick<SearchCriteria, "needs" | "said" | "words">,
  wordsOf: (code: string) => readonly string[],
  known: ReadonlyMap<string, Topic> = new Map(),
): AskedTopic[] {
  const typed = said.filter(({ need }) => needs.includes(need));
  const chosen = needs.filter((code) => !typed.some(({ need }) => need === code));
  if (typed.length + words.length + chosen.length === 0) return [];
  return [
    ...typedTopics(
      typed.map(({ words: phrase }) => phrase),
      words,
      known,
    ),
    ...besideWords(typed.map(({ need }) => need)),
    ...chosen.map((code) => chosenNeed(code, wordsOf)),
    ...factTopics(facts),
  ];
}
