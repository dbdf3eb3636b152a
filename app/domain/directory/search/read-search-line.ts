import type { Reading } from "./fact-words";
import { type State, takePhrases } from "./line-state";
import type { PlaceLookup } from "./place-lookup";
import { plainNumbers } from "./plain-numbers";
import { splitWords } from "./plain-words";
import { readCircumstances } from "./read-circumstances";
import { takeDangers } from "./read-danger-topics";
import { readNegations } from "./read-negations";
import { type NumbersRead, readNumbers } from "./read-numbers";
import { milesAround, readPlace, takeOwnArea, takeStreet, takeTownOfZip, takeZips } from "./read-places";
import { readPhrase, takeTypos, takeWords } from "./read-topics";
import {
  type SearchChip,
  type SearchCriteria,
  chipsOf,
  emptyCriteria,
  searchCriteriaSchema,
} from "./search-criteria";
import { searchWords } from "./search-words";
import { youngParents } from "./read-young-parents";

export interface SearchLineRead {
  criteria: SearchCriteria;
  chips: SearchChip[];
  /** Words that changed nothing, as typed: "Not used: ...". */
  notUsed: string[];
  /** A street address in the line: streets are not looked up, its town or ZIP is. Also in `notUsed`. */
  street: string | null;
}
const most = { needs: 10, said: 12, words: 12 };

function criteriaOf(state: State, numbers: NumbersRead, without: SearchCriteria["without"]): SearchCriteria {
  const values = (kind: Reading["kind"]) => [
    ...new Set(state.readings.filter((r) => r.kind === kind).map((r) => r.value)),
  ];
  const topics = state.topics.length === 0 && state.implied ? [state.implied] : state.topics;
  const inOrder = [...topics].sort((a, b) => a.at - b.at);
  const said = inOrder.flatMap(({ need, words }) => (need === null ? [] : [{ need, words }]));
  const words = inOrder.flatMap((topic) => (topic.need === null ? [topic.words] : []));
  const ages = [...numbers.agesMonths, ...values("age").map(Number)];
  const told = numbers.agesMonths;
  // A pregnant teenager is no child of fourteen; "baby, 3 months": a told age is worth more than the usual age of a word.
  const young = state.readings.some(({ kind, value }) => kind === "caregiver" && value === "teen_parents");
  const isMeant = (age: number) =>
    told.includes(age) ||
    (!(age === 168 && young) &&
      !(told.length > 0 && (guessedAges.has(age) || (age < 0 && told.some((other) => other < 0)))));
  return searchCriteriaSchema.parse({
    ...emptyCriteria,
    needs: [...new Set(said.map(({ need }) => need))].slice(0, most.needs),
    said: said.slice(0, most.said),
    words: [...new Set(words)].slice(0, most.words),
    without,
    place: state.place,
    radiusMiles: numbers.radiusMiles ?? milesAround(state.place),
    languages: values("language").slice(0, 6),
    times: values("time"),
    childAgesMonths: [...new Set(ages.filter(isMeant))].slice(0, 12),
    caregivers: values("caregiver"),
    cost: values("cost").length ? "free" : null,
    modes: values("mode"),
  });
}
const guessedAges: ReadonlySet<number> = new Set([6, 24, 168]);

const firstFact = (phrase: string): Reading | undefined => searchWords.get(phrase)?.[0];

/**
 * Reads one line of plain English or Spanish words into a search. Any text is allowed; what is not understood is looked
 * for in what programs say of themselves, and numbers that say nothing come back in `notUsed`. `known` adds phrases
 * (folded, or by their key) of the jurisdiction's own.
 */
export function readSearchLine(
  line: string,
  places: PlaceLookup,
  known: ReadonlyMap<string, Reading> = new Map(),
): SearchLineRead {
  const { words, beyond } = splitWords(plainNumbers(line));
  const state: State = {
    words,
    used: new Set(),
    readings: [],
    topics: [],
    implied: null,
    place: null,
    known,
  };
  const area = takeOwnArea(state, places);
  const street = takeStreet(state);
  const folded = words.map((word) => word.folded);
  const negated = readNegations(folded, firstFact);
  negated.used.forEach((at) => state.used.add(at));
  readCircumstances(folded).forEach((at) => state.used.add(at));
  const young = youngParents(folded);
  if (young.length > 0) state.readings.push({ kind: "caregiver", value: "teen_parents" });
  young.forEach((at) => state.used.add(at));
  const numbers = readNumbers(folded, state.used);
  numbers.used.forEach((at) => state.used.add(at));
  takeZips(state, numbers, places);
  state.place ??= area;
  takePhrases(state, (phrase, span) => readPhrase(phrase, span, state));
  takeTownOfZip(state, places);
  takePhrases(state, (phrase, span) => readPlace(phrase, span, state, places));
  takeDangers(state);
  takeTypos(state, places);
  if (street && state.place) state.place = { ...state.place, approximate: true };
  const unused = takeWords(state);
  const criteria = criteriaOf(state, numbers, negated.without);
  const notUsed = [...(street ? [street.words] : []), ...unused, ...beyond];
  return { criteria, chips: chipsOf(criteria), notUsed, street: street?.words ?? null };
}
