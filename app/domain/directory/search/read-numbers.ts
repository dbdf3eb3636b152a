import { readAges } from "./read-ages";

/** Numbers in a search line: ZIP, miles, children's ages. Word positions in, positions used out. */
export interface NumbersRead {
  zips: { zip: string; at: number }[];
  radiusMiles: number | null;
  /** Months; -9 to -1 is before birth. */
  agesMonths: number[];
  used: Set<number>;
}

const mileWords = new Set(["mi", "mile", "miles", "milla", "millas"]);

/** Reads what is numeric in the folded words of a line, leaving out positions already taken. Never throws. */
export function readNumbers(words: readonly string[], taken: ReadonlySet<number>): NumbersRead {
  const read: NumbersRead = { zips: [], radiusMiles: null, agesMonths: [], used: new Set(taken) };
  words.forEach((word, at) => {
    if (!read.used.has(at)) readZipOrMiles(words, word, at, read);
  });
  readAges(words, read);
  return read;
}

function readZipOrMiles(words: readonly string[], word: string, at: number, read: NumbersRead): void {
  if (/^\d{5}(-\d{4})?$/.test(word)) {
    read.zips.push({ zip: word.slice(0, 5), at });
    read.used.add(at);
    return;
  }
  const joined = /^(\d{1,3})-?([a-z]+)$/.exec(word);
  const isJoined = joined !== null && mileWords.has(joined[2] ?? "");
  const miles = isJoined ? Number(joined[1]) : mileWords.has(words[at + 1] ?? "") ? Number(word) : NaN;
  if (!Number.isInteger(miles) || miles < 1) return;
  read.radiusMiles = Math.min(miles, 100);
  read.used.add(at);
  if (!isJoined) read.used.add(at + 1);
}
