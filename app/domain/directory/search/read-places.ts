import { stateOfFips, stateOfWords } from "../places/us-states";
import { commonWords } from "./common-words";
import { type State, freeSpan, phraseOf, takePhrases } from "./line-state";
import type { OwnPlace, PlaceLookup } from "./place-lookup";
import type { NumbersRead } from "./read-numbers";
import { findStreet } from "./read-street";
import { emptyCriteria } from "./search-criteria";
import { searchWords } from "./search-words";

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

export function readPlace(phrase: string, span: number[], state: State, places: PlaceLookup): boolean {
  if (state.place || commonWords.has(phrase) || phrase.length < 3) return false;
  const after = stateAfter(state, (span.at(-1) ?? 0) + 1);
  const there = after && places.named(phrase, after.code);
  if (there) after.span.forEach((position) => state.used.add(position));
  state.place = there ?? places.named(phrase, null);
  return state.place !== null;
}

/** The first own area of the line, before numbers and needs: "District 5", "Park Heights". Its words are taken, not yet its place. */
export function takeOwnArea(state: State, { own }: PlaceLookup): OwnPlace | null {
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

export function takeZips(state: State, { zips }: NumbersRead, places: PlaceLookup): void {
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
export function takeTownOfZip(state: State, places: PlaceLookup): void {
  const zip = state.place;
  if (zip?.kind !== "zip") return;
  takePhrases(state, (phrase) => {
    if (commonWords.has(phrase) || phrase.length < 3) return false;
    const town = places.named(phrase, null);
    return town !== null && Math.hypot(town.latitude - zip.latitude, town.longitude - zip.longitude) < 0.5;
  });
}

export function takeStreet(state: State): { words: string; at: number } | null {
  const street = findStreet(state.words);
  if (!street) return null;
  const span = Array.from({ length: street.length }, (_, offset) => street.at + offset);
  span.forEach((position) => state.used.add(position));
  return { words: span.map((position) => state.words[position]?.typed).join(" "), at: street.at };
}

/** How far to look around a place when nobody said. */
export const milesAround = (place: State["place"]): number =>
  place && "coversMiles" in place
    ? place.coversMiles
    : place?.kind === "county"
      ? 25
      : emptyCriteria.radiusMiles;
