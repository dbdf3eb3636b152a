import type { Reading } from "./fact-words";
import { phraseKey } from "./phrase-key";
import { saidReadings, searchWords } from "./search-words";

const plainNots = new Set(["not", "isnt", "arent", "wasnt"]);
const nots = new Set(["no", "dont", "doesnt", "didnt"]);
const wishes = new Set(
  "want wants wanting need needs looking quiero quiere queremos necesito necesita necesitamos busco busca buscamos".split(
    " ",
  ),
);
const joining = new Set(
  "a an any another the for in at of un una unos unas la el las los de en estoy esta estar soy es".split(" "),
);
/** Words that make what follows a thing to be done: "don't want to be homeless" is a wish, "to go to a shelter" is none. */
const doing = new Set("to be go going stay ir al quedarme".split(" "));
/** What a line without "want" says no to only in the plural: "no shelters"; "no shelter" is a wish. */
const offers = new Set(
  "shelters refugios albergues classes groups hotlines camps clases grupos campamentos".split(" "),
);
/** Where one could be asked to go: "I don't want to be homeless" is a wish. */
const shelters = new Set("shelter shelters refugio refugios albergue albergues".split(" "));
/** The age that stands for an expected child. */
const expected = "-9";
const [longest, mostBetween] = [6, 6];

const readingOf = (words: readonly string[]): Reading | undefined =>
  searchWords.get(words.join(" "))?.[0] ?? saidReadings.get(phraseKey(words) ?? "");

/** The longest phrase that stands for something from a word on: how many words, and what it is. */
function phraseAt(words: readonly string[], at: number): { length: number; reading: Reading } | null {
  for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
    const reading = readingOf(words.slice(at, at + length));
    if (reading) return { length, reading };
  }
  return null;
}

/** Where the thing begins that a no is said to, and whether it is what is wanted, or something to be done. */
function saidNoTo(words: readonly string[], at: number): { next: number; wished: boolean; done: boolean } {
  const said = { next: at + 1, wished: plainNots.has(words[at] ?? ""), done: false };
  for (; said.next <= at + mostBetween; said.next += 1) {
    const word = words[said.next] ?? "";
    if (wishes.has(word)) said.wished = true;
    else if (doing.has(word)) said.done = true;
    else if (!joining.has(word)) break;
  }
  return said;
}

/**
 * The last position of a need or of "pregnant" that a line says no to from the word at `at` on: "not a shelter", "no quiero refugio",
 * "no shelters". Null where it says none, or where the no is part of the wish: "not talking", "no food", "don't have diapers".
 */
export function deniedNeed(words: readonly string[], at: number): number | null {
  const word = words[at] ?? "";
  if (!plainNots.has(word) && !nots.has(word)) return null;
  if ((phraseAt(words, at)?.length ?? 0) > 1) return null;
  const { next, wished, done } = saidNoTo(words, at);
  const denied = phraseAt(words, next);
  if (!denied) return null;
  const { kind, value } = denied.reading;
  const last = next + denied.length - 1;
  if (kind === "age" && value === expected) return last;
  const isWish = kind === "need" || kind === "words";
  const isOffer = offers.has(words[last] ?? "");
  return isWish && (wished || isOffer) && (!done || shelters.has(words[last] ?? "")) ? last : null;
}
