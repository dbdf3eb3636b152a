/** Numbers in a search line: ZIP, miles, children's ages. Word positions in, positions used out. */
export interface NumbersRead {
  zips: string[];
  radiusMiles: number | null;
  agesMonths: number[];
  used: Set<number>;
}

const mileWords = new Set(["mi", "mile", "miles", "milla", "millas"]);
const yearWords = new Set(["year", "years", "yr", "yrs", "yo", "ano", "anos", "year-old", "years-old"]);
const monthWords = new Set(["month", "months", "mo", "mos", "mes", "meses", "month-old", "months-old"]);
const ageLeads = new Set(
  "age ages aged kid kids child children son daughter baby edad edades hijo hija hijos hijas nino nina ninos ninas bebe".split(
    " ",
  ),
);
const joiners = new Set(["and", "y", "e", "o", "or", "old", "de", "a", "to"]);

function smallNumber(word: string | undefined): number | null {
  return word !== undefined && /^\d{1,2}$/.test(word) ? Number(word) : null;
}

function splitUnit(word: string): [number, string] | null {
  const match = /^(\d{1,3})-?([a-z]+(?:-[a-z]+)?)$/.exec(word);
  return match ? [Number(match[1]), match[2] ?? ""] : null;
}

/** Reads what is numeric in the folded words of a line. Never throws. */
export function readNumbers(words: readonly string[]): NumbersRead {
  const read: NumbersRead = { zips: [], radiusMiles: null, agesMonths: [], used: new Set() };
  readZipsAndMiles(words, read);
  for (let at = 0; at < words.length; at += 1) readAgesFrom(words, at, read);
  return read;
}

function readZipsAndMiles(words: readonly string[], read: NumbersRead): void {
  words.forEach((word, at) => {
    if (/^\d{5}(-\d{4})?$/.test(word)) {
      read.zips.push(word.slice(0, 5));
      read.used.add(at);
      return;
    }
    const joined = splitUnit(word);
    const miles =
      joined && mileWords.has(joined[1])
        ? joined[0]
        : mileWords.has(words[at + 1] ?? "")
          ? Number(word)
          : NaN;
    if (Number.isInteger(miles) && miles >= 1) {
      read.radiusMiles = Math.min(miles, 100);
      read.used.add(at);
      if (!joined) read.used.add(at + 1);
    }
  });
}

/** "3 and 6 years", "18 months", "3yo", "ages 3, 6", "hijos de 3 y 6 anos". */
function readAgesFrom(words: readonly string[], at: number, read: NumbersRead): void {
  if (read.used.has(at)) return;
  const joined = splitUnit(words[at] ?? "");
  if (joined) {
    if (yearWords.has(joined[1])) addAge(read, joined[0] * 12, [at]);
    if (monthWords.has(joined[1])) addAge(read, joined[0], [at]);
    return;
  }
  if (smallNumber(words[at]) === null) return;
  const run: number[] = [];
  let end = at;
  while (
    end < words.length &&
    !read.used.has(end) &&
    (smallNumber(words[end]) !== null || joiners.has(words[end] ?? ""))
  ) {
    run.push(end);
    end += 1;
  }
  const unit = words[end] ?? "";
  const led =
    ageLeads.has(words[at - 1] ?? "") ||
    (joiners.has(words[at - 1] ?? "") && ageLeads.has(words[at - 2] ?? ""));
  if (!yearWords.has(unit) && !monthWords.has(unit) && !led) return;
  const months = monthWords.has(unit) ? 1 : 12;
  for (const position of run) addAge(read, (smallNumber(words[position]) ?? -1) * months, [position]);
  if (yearWords.has(unit) || monthWords.has(unit)) read.used.add(end);
  if (words[end + 1] === "old") read.used.add(end + 1);
}

function addAge(read: NumbersRead, months: number, positions: number[]): void {
  positions.forEach((position) => read.used.add(position));
  if (months >= 0 && months <= 264 && !read.agesMonths.includes(months)) read.agesMonths.push(months);
}
