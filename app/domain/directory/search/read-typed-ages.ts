import { Invalid } from "../../kernel/errors";
import { foldWords } from "./plain-words";
import { readAges } from "./read-ages";

const longest = 200;
const joiners = new Set(["and", "y", "e", "or", "u", "o"]);
const newborn = new Set("newborn newborns nacido nacida nacidos nacidas".split(" "));
const expecting = new Set("pregnant expecting unborn embarazada embarazo encinta".split(" "));
/** When nobody said how far along: half way, the least wrong. */
const unsaidPregnancy = -4;

/** "3, 6 y 8 meses" as lists of words, one an age. */
function splitAges(typed: string): string[][] {
  const pieces: string[][] = [[]];
  const plain = foldWords(typed).replaceAll("y/o", " years old ");
  for (const word of plain.split(/([,;&/+]|\s)/)) {
    if (joiners.has(word) || /^[,;&/+]$/.test(word)) pieces.push([]);
    else if (word.trim() !== "") pieces.at(-1)?.push(word);
  }
  return pieces.filter((words) => words.length > 0);
}

/** Half a year is written with a point: "2.5", "2.5 years". */
function withoutPoint(words: readonly string[]): string[] {
  const [number = "", unit = "years", ...rest] = words;
  const match = /^(\d{1,2})\.(\d)$/.exec(number);
  if (!match || !/^(y|a)/.test(unit)) return [...words];
  return [String(Math.round(Number(number) * 12)), "months", ...rest];
}

/** "8 m", "8m": in a field of ages no mile is meant. */
const asMonths = (word: string): string => word.replace(/^(\d{1,2})?m$/, "$1months");

function readPiece(words: readonly string[]): number[] {
  const read = { agesMonths: [] as number[], used: new Set<number>() };
  const led = ["age", ...withoutPoint(words).map(asMonths)];
  readAges(led, read);
  const numbers = led.flatMap((word, at) => (/\d/.test(word) ? [at] : []));
  // A letter that is no unit may have been meant as one.
  const stray = led.some((word, at) => /^[b-z]$/.test(word) && !read.used.has(at));
  if (!stray && read.agesMonths.length > 0 && numbers.every((at) => read.used.has(at)))
    return read.agesMonths;
  if (numbers.length === 0 && words.some((word) => newborn.has(word))) return [0];
  if (numbers.length === 0 && words.some((word) => expecting.has(word))) return [unsaidPregnancy];
  throw new Invalid({ ages: ["ages"] });
}

const saysYears = (words: readonly string[]) =>
  words.length === 2 && /^(y(ea)?rs?|years|anos?)$/.test(words[1] ?? "");
const saysMonths = (words: readonly string[]) =>
  words.length === 2 && /^mo?s|^mo(nth|$)|^mes/.test(words[1] ?? "");

/**
 * Children's ages of a form's field in months, as a search line reads them, one a child: "3, 6 or 8 months", "2 años y 3
 * meses" (one child of 27 months), "newborn", "6 weeks", "5 months pregnant", "expecting". A bare number is years.
 * Reads in the length of the text; Invalid ages on what is no age, and beyond 200 letters.
 */
export function readTypedAges(typed: string): number[] {
  if (typed.length > longest) throw new Invalid({ ages: ["ages"] });
  const pieces = splitAges(typed);
  const ages: number[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const [years = [], months = []] = [pieces[at], pieces[at + 1]];
    const [first = 0, more = 12] = [...readPiece(years), ...(saysMonths(months) ? readPiece(months) : [])];
    if (saysYears(years) && saysMonths(months) && more < 12) {
      ages.push(first + more);
      at += 1;
    } else ages.push(...readPiece(years));
  }
  return ages;
}
