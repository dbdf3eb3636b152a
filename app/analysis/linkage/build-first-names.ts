import type { DuckDBConnection } from "@duckdb/node-api";
import { appendRows } from "./append-rows";
import { nameSound } from "./name-sound";
import type { NicknameRoots } from "./nickname-roots";
import { readFirstName } from "./read-person-name";
import type { Word } from "./read-words";

/** A name of the list of nicknames is a name in use, however few records hold it. */
const oftenWhenListed = 3;
/** Formal names that a nickname is kept under: those that stand most often. */
const mostRoots = 4;

/** How often each first name stands on all sides together. */
function countNames(words: Word[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { raw, counts: found } of words) {
    const name = readFirstName(raw).first;
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + found.reduce((a, b) => a + b, 0));
  }
  return counts;
}

/** Makes `first_names`: each distinct first name with its sound, its roots (numbers, ra to rd) and the commonest of them. */
export async function buildFirstNames(
  connection: DuckDBConnection,
  words: Word[],
  nicknames: NicknameRoots,
): Promise<void> {
  const counts = countNames(words);
  const numbers = new Map<string, number>();
  const numberOf = (root: string): number => numbers.get(root) ?? numbers.set(root, numbers.size + 1).size;
  const countOf = (name: string): number => counts.get(name) ?? 0;
  const rows = words.map(({ raw }) => {
    const { first, glued, rest } = readFirstName(raw);
    const roots = first === null ? [] : [...nicknames.rootsOf(first)].sort((a, b) => countOf(b) - countOf(a));
    const isFormal = first !== null && nicknames.isFormal(first);
    const often = Math.max(countOf(first ?? ""), roots.length > 0 ? oftenWhenListed : 0);
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
      ...numbered,
    ];
  });
  const columns = ["raw", "fn", "fg", "rest", "fs", "root", "formal", "often", "ra", "rb", "rc", "rd"];
  await appendRows(connection, "first_names", columns, rows);
}
