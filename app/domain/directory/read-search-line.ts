import { closestWord, splitWords } from "./plain-words";
import { readNumbers } from "./read-numbers";
import { type Reading, searchWords, singleWords, smallWords } from "./search-words";
import {
  type Place,
  type SearchChip,
  type SearchCriteria,
  chipsOf,
  emptyCriteria,
  searchCriteriaSchema,
} from "./search-criteria";

/** Where places are looked up; given, so that reading a line stays pure. */
export interface PlaceLookup {
  zip: (zip: string) => Place | null;
  /** A city or county by its folded name. */
  named: (name: string) => Place | null;
  /** A city whose name nearly is this. */
  nearlyNamed: (name: string) => Place | null;
}
export interface SearchLineRead {
  criteria: SearchCriteria;
  chips: SearchChip[];
  /** Words that changed nothing, as typed: "Not used: ...". */
  notUsed: string[];
}
type Word = { typed: string; folded: string };
type State = { words: Word[]; used: Set<number>; readings: Reading[]; place: Place | null };

/**
 * Reads one line of plain English or Spanish words into a search. Any text is allowed; what is not
 * understood comes back in `notUsed`, or is looked for in names when no need was read.
 */
export function readSearchLine(line: string, places: PlaceLookup): SearchLineRead {
  const words = splitWords(line);
  const numbers = readNumbers(words.map((word) => word.folded));
  const state: State = { words, used: new Set(), readings: [], place: null };
  takePlaceOfZip(state, numbers.zips, numbers.used, places);
  takePhrases(state, (phrase) => readPhrase(phrase, state));
  takePhrases(state, (phrase) => readPlace(phrase, state, places.named));
  takeTypos(state, places);
  const left = words
    .filter((word, at) => !state.used.has(at) && !smallWords.has(word.folded))
    .map((word) => word.typed);
  const values = (kind: Reading["kind"]) => [
    ...new Set(state.readings.filter((r) => r.kind === kind).map((r) => r.value)),
  ];
  const needs = values("need");
  const criteria = searchCriteriaSchema.parse({
    ...emptyCriteria,
    needs: needs.slice(0, 10),
    place: state.place,
    radiusMiles: numbers.radiusMiles ?? (state.place?.kind === "county" ? 25 : emptyCriteria.radiusMiles),
    languages: values("language").slice(0, 6),
    times: values("time"),
    childAgesMonths: numbers.agesMonths.slice(0, 12),
    cost: values("cost").length ? "free" : null,
    modes: values("mode"),
    words: needs.length === 0 ? left.slice(0, 8).map((word) => word.slice(0, 60)) : [],
  });
  return { criteria, chips: chipsOf(criteria), notUsed: criteria.words.length ? left.slice(8) : left };
}

function takePlaceOfZip(state: State, zips: string[], usedNumbers: Set<number>, places: PlaceLookup): void {
  usedNumbers.forEach((at) => state.used.add(at));
  for (const zip of zips) {
    const place = state.place ? null : places.zip(zip);
    if (place) state.place = place;
    else releaseWord(state, zip);
  }
}

function releaseWord(state: State, folded: string): void {
  const at = state.words.findLastIndex((word) => word.folded.startsWith(folded));
  state.used.delete(at);
}

/** Longest phrase first, left to right, over words nobody has taken. */
function takePhrases(state: State, read: (phrase: string) => boolean): void {
  for (let length = 4; length >= 1; length -= 1) {
    for (let at = 0; at + length <= state.words.length; at += 1) {
      const span = Array.from({ length }, (_, offset) => at + offset);
      if (span.some((position) => state.used.has(position))) continue;
      if (read(span.map((position) => state.words[position]?.folded).join(" ")))
        span.forEach((p) => state.used.add(p));
    }
  }
}

function readPhrase(phrase: string, state: State): boolean {
  const reading = searchWords.get(phrase);
  if (reading) state.readings.push(reading);
  return reading !== undefined;
}

function readPlace(phrase: string, state: State, look: (name: string) => Place | null): boolean {
  if (state.place || smallWords.has(phrase) || phrase.length < 3) return false;
  const place = look(phrase);
  if (place) state.place = place;
  return place !== null;
}

function takeTypos(state: State, places: PlaceLookup): void {
  state.words.forEach((word, at) => {
    if (state.used.has(at) || word.folded.length < 5 || smallWords.has(word.folded) || /\d/.test(word.folded))
      return;
    const meant = closestWord(word.folded, singleWords, 0.45);
    const taken = meant ? readPhrase(meant, state) : readPlace(word.folded, state, places.nearlyNamed);
    if (taken) state.used.add(at);
  });
}
