import { commonWords, glueWords } from "./common-words";
import type { Reading } from "./fact-words";
import { phraseKey } from "./phrase-key";
import { plainNumbers } from "./plain-numbers";
import { closestWord, splitWords } from "./plain-words";
import { readNegations } from "./read-negations";
import { type NumbersRead, readNumbers } from "./read-numbers";
import { findStreet } from "./read-street";
import { doubleWords, saidReadings, searchWords, singleWords } from "./search-words";
import {
  type Place,
  type SearchChip,
  type SearchCriteria,
  chipsOf,
  emptyCriteria,
  searchCriteriaSchema,
} from "./search-criteria";
import { stateOfWords } from "../places/us-states";

/** Where places are looked up; given, so that reading a line stays pure. */
export interface PlaceLookup {
  zip: (zip: string) => Place | null;
  /** A city or county by its folded name; with a state's two letters only there, else near the jurisdiction. */
  named: (name: string, state: string | null) => Place | null;
  /** A city whose name nearly is this. */
  nearlyNamed: (name: string) => Place | null;
}
export interface SearchLineRead {
  criteria: SearchCriteria;
  chips: SearchChip[];
  /** Words that changed nothing, as typed: "Not used: ...". */
  notUsed: string[];
  /** A street address in the line: streets are not looked up, its town or ZIP is. Also in `notUsed`. */
  street: string | null;
}
type Word = { typed: string; folded: string };
type State = {
  words: Word[];
  used: Set<number>;
  readings: Reading[];
  /** What the line is about, in its order: phrases with the need they were read as, and words that are none. */
  topics: { need: string | null; words: string; at: number }[];
  /** The need that a word for a person stands for, when the line names no other topic. */
  implied: State["topics"][number] | null;
  place: Place | null;
  known: ReadonlyMap<string, Reading>;
};
const longestPhrase = 6;
const carriesNothing = (word: string) => commonWords.has(word) || word.length < 2;

/** Whole positions of a span, or null when one is taken or it runs over the end. */
function freeSpan({ words, used }: State, at: number, length: number): number[] | null {
  if (at + length > words.length) return null;
  const span = Array.from({ length }, (_, offset) => at + offset);
  return span.some((position) => used.has(position)) ? null : span;
}
const phraseOf = ({ words }: State, span: readonly number[]) =>
  span.map((position) => words[position]?.folded).join(" ");

/** Longest phrase first, left to right, over words nobody has taken. */
function takePhrases(state: State, read: (phrase: string, span: number[]) => boolean): void {
  for (let length = longestPhrase; length >= 1; length -= 1) {
    for (let at = 0; at + length <= state.words.length; at += 1) {
      const span = freeSpan(state, at, length);
      if (span && read(phraseOf(state, span), span)) span.forEach((p) => state.used.add(p));
    }
  }
}

function readingsOf({ known, words }: State, phrase: string, span: readonly number[]): readonly Reading[] {
  const own = known.get(phrase);
  if (own) return [own];
  const exact = searchWords.get(phrase);
  if (exact) return exact;
  const ends = [words[span[0] ?? 0]?.folded ?? "", words[span.at(-1) ?? 0]?.folded ?? ""];
  if (span.length > 1 && ends.some((word) => glueWords.has(word))) return [];
  const key = phraseKey(span.map((position) => words[position]?.folded ?? ""));
  const meant = key === null ? undefined : (known.get(key) ?? saidReadings.get(key));
  return meant ? [meant] : [];
}

/** Who raises the child, or is expected, inside a phrase of another meaning: "grandma raising grandkids". */
function whoOf(state: State, span: readonly number[]): Reading[] {
  return span.flatMap((position) =>
    (searchWords.get(state.words[position]?.folded ?? "") ?? []).filter(({ kind }) => kind === "caregiver"),
  );
}

function readPhrase(phrase: string, span: readonly number[], state: State): boolean {
  const readings = readingsOf(state, phrase, span);
  if (readings.length === 0) return false;
  const topic = readings.find(({ kind }) => kind === "need" || kind === "words");
  const typed = span
    .map((position) => state.words[position]?.typed)
    .join(" ")
    .slice(0, 80);
  if (topic)
    state.topics.push({ need: topic.kind === "need" ? topic.value : null, words: typed, at: span[0] ?? 0 });
  const hasWho = readings.some(({ kind }) => kind === "caregiver");
  const implied = readings.find(({ orNeed }) => orNeed);
  if (implied) state.implied ??= { need: implied.orNeed ?? null, words: typed, at: span[0] ?? 0 };
  state.readings.push(...readings, ...(hasWho || !topic ? [] : whoOf(state, span)));
  return true;
}

/** A state named right after a place: its two letters, and how many words it took. */
function stateAfter(state: State, at: number): { code: string; span: number[] } | null {
  for (let length = 3; length >= 1; length -= 1) {
    const span = freeSpan(state, at, length);
    const typed = span?.map((position) => state.words[position]?.typed).join(" ") ?? "";
    const code = span && stateOfWords(typed, phraseOf(state, span));
    if (span && code) return { code, span };
  }
  return null;
}

function readPlace(phrase: string, span: number[], state: State, places: PlaceLookup): boolean {
  if (state.place || commonWords.has(phrase) || phrase.length < 3) return false;
  const after = stateAfter(state, (span.at(-1) ?? 0) + 1);
  const there = after && places.named(phrase, after.code);
  if (there) after.span.forEach((position) => state.used.add(position));
  state.place = there ?? places.named(phrase, null);
  return state.place !== null;
}

/** A state beside a ZIP says nothing more than the ZIP. */
function takeStateOfZip(state: State, zipAt: number): void {
  if (!state.place) return;
  const after = stateAfter(state, zipAt + 1);
  if (after) after.span.forEach((position) => state.used.add(position));
  for (const length of [3, 2, 1]) {
    const before = zipAt >= length ? stateAfter(state, zipAt - length) : null;
    if (before?.span.length === length) return before.span.forEach((position) => state.used.add(position));
  }
}

function takeZips(state: State, { zips }: NumbersRead, places: PlaceLookup): void {
  for (const { zip, at } of zips) {
    const place = state.place ? null : places.zip(zip);
    if (!place) {
      if (state.place?.code !== zip) state.used.delete(at);
      continue;
    }
    state.place = place;
    takeStateOfZip(state, at);
  }
}

/** The town beside a ZIP, when the ZIP lies in or near it: "Baltimore 21215". */
function takeTownOfZip(state: State, places: PlaceLookup): void {
  const zip = state.place;
  if (zip?.kind !== "zip") return;
  takePhrases(state, (phrase) => {
    if (commonWords.has(phrase) || phrase.length < 3) return false;
    const town = places.named(phrase, null);
    return town !== null && Math.hypot(town.latitude - zip.latitude, town.longitude - zip.longitude) < 0.5;
  });
}

function takeTypos(state: State, places: PlaceLookup): void {
  state.words.forEach((_, at) => {
    const span = freeSpan(state, at, 2);
    const phrase = span ? phraseOf(state, span) : "";
    const meant = phrase.length >= 9 && !/\d/.test(phrase) ? closestWord(phrase, doubleWords, 0.6) : null;
    if (span && meant && readPhrase(meant, span, state)) span.forEach((position) => state.used.add(position));
  });
  state.words.forEach((word, at) => {
    if (state.used.has(at) || word.folded.length < 5 || carriesNothing(word.folded) || /\d/.test(word.folded))
      return;
    const meant = closestWord(word.folded, singleWords, 0.5);
    const near = meant || state.place ? null : places.nearlyNamed(word.folded);
    if (near) state.place = near;
    if (near || (meant && readPhrase(meant, [at], state))) state.used.add(at);
  });
}

/** What is left is what the line is about too, if it is a word at all. */
function takeWords(state: State): string[] {
  const unused: string[] = [];
  state.words.forEach(({ typed, folded }, at) => {
    if (state.used.has(at)) return;
    // How many children there are says nothing about a program; a ZIP that nobody knows is worth telling.
    if (/^\d+$/.test(folded)) unused.push(...(folded.length > 2 ? [typed] : []));
    else if (!carriesNothing(folded)) state.topics.push({ need: null, words: typed.slice(0, 80), at });
  });
  return unused;
}

function takeStreet(state: State): { words: string; at: number } | null {
  const street = findStreet(state.words);
  if (!street) return null;
  const span = Array.from({ length: street.length }, (_, offset) => street.at + offset);
  span.forEach((position) => state.used.add(position));
  return { words: span.map((position) => state.words[position]?.typed).join(" "), at: street.at };
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
    radiusMiles: numbers.radiusMiles ?? (state.place?.kind === "county" ? 25 : emptyCriteria.radiusMiles),
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
  const street = takeStreet(state);
  const folded = words.map((word) => word.folded);
  const negated = readNegations(folded, firstFact);
  negated.used.forEach((at) => state.used.add(at));
  const numbers = readNumbers(folded, state.used);
  numbers.used.forEach((at) => state.used.add(at));
  takeZips(state, numbers, places);
  takePhrases(state, (phrase, span) => readPhrase(phrase, span, state));
  takeTownOfZip(state, places);
  takePhrases(state, (phrase, span) => readPlace(phrase, span, state, places));
  takeTypos(state, places);
  if (street && state.place) state.place = { ...state.place, approximate: true };
  const unused = takeWords(state);
  const criteria = criteriaOf(state, numbers, negated.without);
  const notUsed = [...(street ? [street.words] : []), ...unused, ...beyond];
  return { criteria, chips: chipsOf(criteria), notUsed, street: street?.words ?? null };
}
