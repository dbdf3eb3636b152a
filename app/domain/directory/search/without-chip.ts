import { glueWords } from "./common-words";
import { wordsWithPlace } from "./plain-words";
import type { SearchLineRead } from "./read-search-line";

type Read = (line: string) => Pick<SearchLineRead, "chips" | "criteria">;
type Piece = { from: number; to: number };

/** How often one wish may stand in a line, and how many readings finding its words may cost. */
const rounds = 4;
const readings = 150;
const longestPiece = 6;

const idsOf = ({ chips }: ReturnType<Read>) => new Set(chips.map(({ id }) => id));

const differing = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  [...a].filter((id) => !b.has(id)).length + [...b].filter((id) => !a.has(id)).length;

/** The line without a piece, and without the commas and spaces that stood around it. */
function cutOut(line: string, { from, to }: Piece): string {
  return `${line.slice(0, from)} ${line.slice(to)}`
    .replace(/\s+([,;.])/g, "$1")
    .replace(/([,;])(?:\s*[,;.])+/g, "$1")
    .replace(/\s+/g, " ")
    .replace(/^[\s,;.]+|[\s,;]+$/g, "");
}

/** Where a phrase stands, as it was typed. */
function pieceOf(line: string, phrase: string): Piece | null {
  const [words, wanted] = [wordsWithPlace(line), wordsWithPlace(phrase).map(({ folded }) => folded)];
  const at = words.findIndex((_, start) => wanted.every((word, n) => words[start + n]?.folded === word));
  const [first, last] = [words[at], words[at + wanted.length - 1]];
  return first && last ? { from: first.from, to: last.to } : null;
}

/** Words that a need or a free word was read from: the reading tells. */
function saidPiece(line: string, chip: string, { criteria }: ReturnType<Read>): Piece | null {
  const phrase = chip.startsWith("words:")
    ? chip.slice("words:".length)
    : criteria.said.find(({ need }) => `need:${need}` === chip)?.words;
  return phrase === undefined ? null : pieceOf(line, phrase);
}

/** The fewest words without which the line is read as before but for the chip; else what changes the reading least. */
function readPiece(line: string, chip: string, read: Read): Piece | null {
  const words = wordsWithPlace(line);
  const before = idsOf(read(line));
  let best: { piece: Piece; changed: number } | null = null;
  let left = readings;
  for (let length = 1; length <= longestPiece; length += 1) {
    for (let at = 0; at + length <= words.length && left > 0; at += 1, left -= 1) {
      const piece = { from: words[at]?.from ?? 0, to: words[at + length - 1]?.to ?? 0 };
      const after = idsOf(read(cutOut(line, piece)));
      if (after.has(chip)) continue;
      const changed = differing(before, after) - 1;
      if (changed === 0) return piece;
      if (!best || changed < best.changed) best = { piece, changed };
    }
  }
  return best?.piece ?? null;
}

/** The piece with the words that joined it to the line: "in Spanish", "near 21215", "and diapers". */
function withJoining(line: string, { from, to }: Piece): Piece {
  const words = wordsWithPlace(line);
  const joins = (at: number) => glueWords.has(words[at]?.folded ?? "");
  let first = words.findIndex((word) => word.from === from);
  let last = words.findIndex((word) => word.to === to);
  while (first > 0 && joins(first - 1)) first -= 1;
  while (first === 0 && joins(last + 1)) last += 1;
  return { from: words[first]?.from ?? from, to: words[last]?.to ?? to };
}

/** A line without the words that a chip was read from; the line as it is where it was not read from it. */
export function withoutChip(line: string, chip: string, read: Read): string {
  let rest = line;
  for (let round = 0; round < rounds; round += 1) {
    const now = read(rest);
    if (!idsOf(now).has(chip)) return rest;
    const piece = saidPiece(rest, chip, now) ?? readPiece(rest, chip, read);
    if (!piece) return rest;
    const [bare, joined] = [cutOut(rest, piece), cutOut(rest, withJoining(rest, piece))];
    rest = differing(idsOf(read(bare)), idsOf(read(joined))) === 0 ? joined : bare;
  }
  return rest;
}
