import { commonWords } from "./common-words";
import { searchWords } from "./search-words";

type Word = { typed: string; folded: string };

const strong = new Set(
  "st street ave avenue av rd road blvd boulevard hwy highway pkwy parkway terrace".split(" "),
);
const afterNumber = new Set([
  ...strong,
  ..."ln lane dr drive ct court way pl place cir circle ter sq square pike row alley".split(" "),
]);
const leads = new Set("calle avenida avda carretera bulevar".split(" "));
const directions = new Set("n s e w ne nw se sw north south east west".split(" "));
const unitWords = new Set("apt apartment unit suite ste apto depto".split(" "));
const houseNumber = /^\d{1,6}[a-z]?$/;

const nameLike = ({ folded }: Word) =>
  !searchWords.has(folded) && !commonWords.has(folded) && !/^\d{5}$/.test(folded);

function numberedStreet(words: readonly Word[], at: number, zipNeeded: boolean): number {
  const number = words[at]?.folded ?? "";
  if (!houseNumber.test(number)) return 0;
  if (/^\d{5}$/.test(number) && zipNeeded) return 0;
  for (let end = at + 1; end <= at + 5 && end < words.length; end += 1) {
    const word = words[end]?.folded ?? "";
    if (leads.has(word)) return 0;
    if (afterNumber.has(word) && end > at + 1) return end + 1 - at;
  }
  return 0;
}

function namedStreet(words: readonly Word[], at: number): number {
  const first = words[at];
  if (!first || !nameLike(first) || /^\d+$/.test(first.folded)) return 0;
  const from = directions.has(first.folded) ? at + 1 : at;
  const name = words[from];
  return name && nameLike(name) && strong.has(words[from + 1]?.folded ?? "") ? from + 2 - at : 0;
}

/** "calle 12", "avenida Juarez 300". */
function spanishStreet(words: readonly Word[], at: number): number {
  if (!leads.has(words[at]?.folded ?? "") || !words[at + 1] || /^\d{5}$/.test(words[at + 1]?.folded ?? ""))
    return 0;
  return /^\d{1,4}$/.test(words[at + 2]?.folded ?? "") ? 3 : 2;
}

function unitAfter(words: readonly Word[], at: number): number {
  return unitWords.has(words[at]?.folded ?? "") && /\d|^[a-z]$/.test(words[at + 1]?.folded ?? "") ? 2 : 0;
}

/**
 * A street address in a line: first word and how many. Streets cannot be looked up offline, so they are set aside and said
 * to be unused; the ZIP or town beside them is the place. A number of five digits is a house only beside a second one.
 */
export function findStreet(words: readonly Word[]): { at: number; length: number } | null {
  const fives = words.filter(({ folded }) => /^\d{5}$/.test(folded)).length;
  for (let at = 0; at < words.length; at += 1) {
    const length = numberedStreet(words, at, fives < 2) || spanishStreet(words, at) || namedStreet(words, at);
    if (length > 0) return { at, length: length + unitAfter(words, at + length) };
  }
  return null;
}
