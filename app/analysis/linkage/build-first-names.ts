import type { DuckDBConnection } from "@duckdb/node-api";
import { appendRows } from "./append-rows";
import { countRarity } from "./name-rarity";
import { nameSound } from "./name-sound";
import type { NicknameRoots } from "./nickname-roots";
import { readFirstName } from "./read-person-name";
import type { Word } from "./read-words";

/** A name of the list of nicknames is a name in use, however few records hold it. */
const oftenWhenListed = 3;
/** Formal names that a nickname is kept under: those that stand most often. */
const mostRoots = 4;

/** Makes `first_names`: each distinct first name with its sound, its roots (numbers, ra to rd) and the commonest of them. */
export async function buildFirstNames(
  connection: DuckDBConnection,
  words: Word[],
  nicknames: NicknameRoots,
): Promise<void> {
  const { countOf, bitsOf } = countRarity(words, (raw) => readFirstName(raw).first);
  const numbers = new Map<string, number>();
  const numberOf = (root: string): number => numbers.get(root) ?? numbers.set(root, numbers.size + 1).size;
  const rows = words.map(({ raw }) => {
    const { first, glued, rest } = readFirstName(raw);
    const roots = first === null ? [] : [...nicknames.rootsOf(first)].sort((a, b) => countOf(b) - countOf(a));
    const isFormal = first !== null && nicknames.isFormal(first);
    const often = Math.max(countOf(first ?? ""), roots.length > 0 ? oftenWhenListed : 0);
    const bits = first === null ? null : bitsOf(first).toFixed(4);
    const kept = Array.from({ length: mostRoots }, (_, at) => roots[at]);
    const numbered = kept.map((root) => (root === undefined ? null : String(numberOf(root))));
    return [
      raw,
      first,
      glued,
      rest,
      nameSound(first),
      roots[0] ?? first,
      String(isFormal),
      String(often),
      bits,
      ...numbered,
    ];
  });
  const columns = [
    "raw",
    "fn",
    "fg",
    "rest",
    "fs",
    "root",
    "formal",
    "often",
    "bits",
    "ra",
    "rb",
    "rc",
    "rd",
  ];
  await appendRows(connection, "first_names", columns, rows);
}
