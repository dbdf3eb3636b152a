import { closestWord, splitWords } from "./plain-words";
import { findStreet } from "./read-street";
import { type NumbersRead, readNumbers } from "./read-numbers";
import { type Reading, doubleWords, searchWords, singleWords, smallWords } from "./search-words";
import {
  type Place,
  type SearchChip,
  type SearchCriteria,
  chipsOf,
  emptyCriteria,
  searchCriteriaSchema,
} from "./search-criteria";
import { stateOfFips, stateOfWords } from "../places/us-states";

/** Where places are looked up; given, so that reading a line stays pure. */
export interface PlaceLookup {
  zip: (zip: string) => Place | null;
  /** A city or county by its folded name; with a state's two letters only there, else near the jurisdiction. */
  named: (name: string, state: string | null) => Place | null;
  /** A city whose name nearly is this. */
  nearlyNamed: (name: string) => Place | null;
  /** An area of the jurisdiction's own by its folded name, which goes before a city or county. */
  own?: (name: string) => OwnPlace | null;
}
/** A place that tells how far to look around it. */
type OwnPlace = Place & { coversMiles: number };
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
  place: Place | OwnPlace | null;
  known: ReadonlyMap<string, Reading>;
};

/** Whole positions of a span, or null when one is taken or it runs over the end. */
function freeSpan({ words, used }: State, at: number, length: number): number[] | null {
  if (at + length > words.length) return null;
  const span = Array.from({ length }, (_, offset) => at + offset);
  return span.some((position) => used.has(position)) ? null : span;
}
const phraseOf = ({ words }: State, span: readonly number[]) =>
  span.map((position) => words[position]?.folded).join(" ");

/** Longest phrase first, left to right, over words nobody has taken. */
function takePhrases(state: State, read: (phrase: string, span: number[]) => boolean, longest = 4): void {
  for (let length = longest; length >= 1; length -= 1) {
    for (let at = 0; at + length <= state.words.length; at += 1) {
      const span = freeSpan(state, at, length);
      if (span && read(phraseOf(state, span), span)) span.forEach((p) => state.used.add(p));
    }
  }
}

function readPhrase(phrase: string, state: State): boolean {
  const reading = state.known.get(phrase) ?? searchWords.get(phrase);
  if (reading) state.readings.push(reading);
  return reading !== undefined;
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
  if (state.place || smallWords.has(phrase) || phrase.length < 3) return false;
  const after = stateAfter(state, (span.at(-1) ?? 0) + 1);
  const there = after && places.named(phrase, after.code);
  if (there) after.span.forEach((position) => state.used.add(position));
  state.place = there ?? places.named(phrase, null);
  return state.place !== null;
}

/** The first own area of the line, before numbers and needs: "District 5", "Park Heights". Its words are taken, not yet its place. */
function takeOwnArea(state: State, { own }: PlaceLookup): OwnPlace | null {
  let found: OwnPlace | null = null;
  const read = (phrase: string, span: number[]) => {
    const area = found || readsAsWord(phrase, state) ? null : own?.(phrase);
    const after = area ? stateAfter(state, (span.at(-1) ?? 0) + 1) : null;
    if (!area || (after && area.countyFips && stateOfFips(area.countyFips) !== after.code)) return false;
    after?.span.forEach((position) => state.used.add(position));
    found = area;
    return true;
  };
  if (own) takePhrases(state, read, 8);
  return found;
}
const readsAsWord = (phrase: string, { known }: State) => known.has(phrase) || searchWords.has(phrase);

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
    if (smallWords.has(phrase) || phrase.length < 3) return false;
    const town = places.named(phrase, null);
    return town !== null && Math.hypot(town.latitude - zip.latitude, town.longitude - zip.longitude) < 0.5;
  });
}

function takeTypos(state: State, places: PlaceLookup): void {
  state.words.forEach((_, at) => {
    const span = freeSpan(state, at, 2);
    const phrase = span ? phraseOf(state, span) : "";
    const meant = phrase.length >= 9 && !/\d/.test(phrase) ? closestWord(phrase, doubleWords, 0.6) : null;
    if (span && meant && readPhrase(meant, state)) span.forEach((position) => state.used.add(position));
  });
  state.words.forEach((word, at) => {
    if (state.used.has(at) || word.folded.length < 5 || smallWords.has(word.folded) || /\d/.test(word.folded))
      return;
    const meant = closestWord(word.folded, singleWords, 0.45);
    const near = meant || state.place ? null : places.nearlyNamed(word.folded);
    if (near) state.place = near;
    if (near || (meant && readPhrase(meant, state))) state.used.add(at);
  });
}

function takeStreet(state: State): { words: string; at: number } | null {
  const street = findStreet(state.words);
  if (!street) return null;
  const span = Array.from({ length: street.length }, (_, offset) => street.at + offset);
  span.forEach((position) => state.used.add(position));
  return { words: span.map((position) => state.words[position]?.typed).join(" "), at: street.at };
}

function criteriaOf(state: State, numbers: NumbersRead, left: readonly string[]): SearchCriteria {
  const values = (kind: Reading["kind"]) => [
    ...new Set(state.readings.filter((r) => r.kind === kind).map((r) => r.value)),
  ];
  const named = values("need");
  const implied = state.readings.flatMap((r) => (r.orNeed ? [r.orNeed] : [])).slice(0, 1);
  const needs = named.length ? named : implied;
  const ages = [...numbers.agesMonths, ...values("age").map(Number)];
  const told = numbers.agesMonths;
  const isMeant = (age: number) =>
    told.includes(age) || !(guessedAges.has(age) || (age < 0 && told.some((other) => other < 0)));
  return searchCriteriaSchema.parse({
    ...emptyCriteria,
    needs: needs.slice(0, 10),
    place: state.place,
    radiusMiles: numbers.radiusMiles ?? milesAround(state.place),
    languages: values("language").slice(0, 6),
    times: values("time"),
    // "baby, 3 months": a told age is worth more than the usual age of a word.
    childAgesMonths: [...new Set(told.length ? ages.filter(isMeant) : ages)].slice(0, 12),
    caregivers: values("caregiver"),
    cost: values("cost").length ? "free" : null,
    modes: values("mode"),
    words: needs.length === 0 ? left.slice(0, 8).map((word) => word.slice(0, 60)) : [],
  });
}
const milesAround = (place: State["place"]): number =>
  place && "coversMiles" in place
    ? place.coversMiles
    : place?.kind === "county"
      ? 25
      : emptyCriteria.radiusMiles;
const guessedAges: ReadonlySet<number> = new Set([6, 24, 168]);

/**
 * Reads one line of plain English or Spanish words into a search. Any text is allowed; what is not understood comes back
 * in `notUsed`, or is looked for in names when no need was read. `known` adds phrases (folded) of the jurisdiction's own.
 */
export function readSearchLine(
  line: string,
  places: PlaceLookup,
  known: ReadonlyMap<string, Reading> = new Map(),
): SearchLineRead {
  const { words, beyond } = splitWords(line);
  const state: State = { words, used: new Set(), readings: [], place: null, known };
  const area = takeOwnArea(state, places);
  const street = takeStreet(state);
  const numbers = readNumbers(
    words.map((word) => word.folded),
    state.used,
  );
  numbers.used.forEach((at) => state.used.add(at));
  takeZips(state, numbers, places);
  state.place ??= area;
  takePhrases(state, (phrase) => readPhrase(phrase, state));
  takeTownOfZip(state, places);
  takePhrases(state, (phrase, span) => readPlace(phrase, span, state, places));
  takeTypos(state, places);
  if (street && state.place) state.place = { ...state.place, approximate: true };
  const left = words
    .filter((word, at) => !state.used.has(at) && !smallWords.has(word.folded))
    .map((word) => word.typed);
  const criteria = criteriaOf(state, numbers, left);
  const unread = criteria.words.length ? left.slice(8) : left;
  const notUsed = [...(street ? [street.words] : []), ...unread, ...beyond];
  return { criteria, chips: chipsOf(criteria), notUsed, street: street?.words ?? null };
}
