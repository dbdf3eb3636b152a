import { glueWords } from "./common-words";
import { everydayWords } from "./everyday-words";
import type { Reading } from "./fact-words";
import { type State, carriesNothing, freeSpan, phraseOf } from "./line-state";
import { phraseKey } from "./phrase-key";
import type { PlaceLookup } from "./place-lookup";
import { closestWord } from "./plain-words";
import { doubleWords, saidReadings, searchWords, singleWords } from "./search-words";

function readingsOf({ known, words }: State, phrase: string, span: readonly number[]): readonly Reading[] {
  const own = known.get(phrase);
  if (own) return [own];
  // "Esta noche" is tonight, no wish for evenings.
  if (span.length === 1 && words[(span[0] ?? 0) - 1]?.folded === "esta") return [];
  const exact = searchWords.get(phrase);
  if (exact) return exact;
  const ends = [words[span[0] ?? 0]?.folded ?? "", words[span.at(-1) ?? 0]?.folded ?? ""];
  if (span.length > 1 && ends.some((word) => glueWords.has(word))) return [];
  const key = phraseKey(span.map((position) => words[position]?.folded ?? ""));
  const meant = key === null ? undefined : (known.get(key) ?? saidReadings.get(key));
  return meant ? [meant] : [];
}

/**
 * Who raises the child, and that it be free, inside a phrase of another meaning: "grandma raising grandkids", "free clinic". Papás inside
 * one are parents: "clases para papás".
 */
function factsInside(state: State, span: readonly number[]): Reading[] {
  const words = span.map((position) => state.words[position]?.folded ?? "");
  const read = words.flatMap((word) => (word === "papas" ? [] : (searchWords.get(word) ?? [])));
  return read.filter(({ kind }) => kind === "caregiver" || kind === "cost");
}

/** Reads a phrase where the line has words for it: the same, or `misspelt`, and then the phrase is what is looked for. */
export function readPhrase(phrase: string, span: readonly number[], state: State, misspelt = false): boolean {
  const readings = readingsOf(state, phrase, span);
  if (readings.length === 0) return false;
  const topic = readings.find(({ kind }) => kind === "need" || kind === "words");
  const asTyped = span.map((position) => state.words[position]?.typed).join(" ");
  const typed = (misspelt ? phrase : asTyped).slice(0, 80);
  if (topic)
    state.topics.push({ need: topic.kind === "need" ? topic.value : null, words: typed, at: span[0] ?? 0 });
  const inside = topic ? factsInside(state, span) : [];
  const told = new Set(readings.map(({ kind }) => kind));
  const implied = readings.find(({ orNeed }) => orNeed);
  if (implied) state.implied ??= { need: implied.orNeed ?? null, words: typed, at: span[0] ?? 0 };
  state.readings.push(...readings, ...inside.filter(({ kind }) => !told.has(kind)));
  return true;
}

/** Whether all of it are everyday words: then it is what somebody meant to type. */
const isEveryday = (phrase: string) => phrase.split(" ").every((word) => everydayWords.has(word));

/** Reads what is left as a misspelt need or town, where it is no everyday word of either language. */
export function takeTypos(state: State, places: PlaceLookup): void {
  state.words.forEach((_, at) => {
    const span = freeSpan(state, at, 2);
    const phrase = span ? phraseOf(state, span) : "";
    const maybe = phrase.length >= 9 && !/\d/.test(phrase) && !isEveryday(phrase);
    const meant = maybe ? closestWord(phrase, doubleWords, 0.6) : null;
    if (span && meant && readPhrase(meant, span, state, true))
      span.forEach((position) => state.used.add(position));
  });
  state.words.forEach((word, at) => {
    if (state.used.has(at) || word.folded.length < 5 || /\d/.test(word.folded) || isEveryday(word.folded))
      return;
    const meant = closestWord(word.folded, singleWords, 0.5);
    const near = meant || state.place ? null : places.nearlyNamed(word.folded);
    if (near) state.place = near;
    if (near || (meant && readPhrase(meant, [at], state, true))) state.used.add(at);
  });
}

/** What is left is what the line is about too, if it is a word at all. */
export function takeWords(state: State): string[] {
  const unused: string[] = [];
  state.words.forEach(({ typed, folded }, at) => {
    if (state.used.has(at)) return;
    // How many children there are says nothing about a program; a ZIP that nobody knows is worth telling.
    if (/^\d+$/.test(folded)) unused.push(...(folded.length > 2 ? [typed] : []));
    else if (!carriesNothing(folded)) state.topics.push({ need: null, words: typed.slice(0, 80), at });
  });
  return unused;
}
