import type { DuckDBConnection } from "@duckdb/node-api";
import { appendRows } from "./append-rows";
import { countRarity, type NameRarity } from "./name-rarity";
import { nameSound } from "./name-sound";
import type { NicknameRoots } from "./nickname-roots";
import { readFirstName } from "./read-person-name";
import type { Word } from "./read-words";

/** A name of the list of nicknames is a name in use, however few records hold it. */
const oftenWhenListed = 3;
/** Formal names that a nickname is kept under: those that stand most often. */
const mostRoots = 4;

const columns = ["raw", "fn", "fg", "rest", "fs", "root", "formal", "often", "bits", "ra", "rb", "rc", "rd"];

/** Reads a first name; `numberOf` numbers formal names. */
function describeName(
  raw: string,
  rarity: NameRarity,
  nicknames: NicknameRoots,
  numberOf: (root: string) => number,
) {
  const { first, glued, rest } = readFirstName(raw);
  if (first === null) return [raw, ...columns.slice(1).map(() => null)];
  const count = rarity.countOf(first);
  const roots = [...nicknames.rootsOf(first)].sort((a, b) => rarity.countOf(b) - rarity.countOf(a));
  const often = Math.max(count, roots.length > 0 ? oftenWhenListed : 0);
  const numbers = Array.from({ length: mostRoots }, (_, at) =>
    roots[at] === undefined ? null : String(numberOf(roots[at])),
  );
  const facts = [nameSound(first), roots[0] ?? first, String(nicknames.isFormal(first)), String(often)];
  return [raw, first, glued, rest, ...facts, rarity.bitsOf(first).toFixed(4), ...numbers];
}

/** Makes `first_names`: each distinct first name with its sound, its roots (numbers, ra to rd) and the commonest of them. */
export async function buildFirstNames(
  connection: DuckDBConnection,
  words: Word[],
  nicknames: NicknameRoots,
): Promise<void> {
  const rarity = countRarity(words, (raw) => readFirstName(raw).first);
  const numbers = new Map<string, number>();
  const numberOf = (root: string): number => numbers.get(root) ?? numbers.set(root, numbers.size + 1).size;
  const rows = words.map(({ raw }) => describeName(raw, rarity, nicknames, numberOf));
  await appendRows(connection, "first_names", columns, rows);
}
