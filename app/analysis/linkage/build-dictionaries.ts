import type { DuckDBConnection } from "@duckdb/node-api";
import { doubleMetaphone } from "double-metaphone";
import { appendRows } from "./append-rows";
import type { NicknameRoots } from "./nickname-roots";
import { readBirthDate } from "./read-birth-date";
import { readFirstName, readLastName, readSuffix } from "./read-person-name";
import { readStreet } from "./read-street";

/** Distinct texts of a column on both sides, with how often each side has it. */
type Word = { raw: string; counts: number[] };
export type Side = { table: string; columns: ReadonlySet<string> };

async function readWords(connection: DuckDBConnection, sides: Side[], column: string): Promise<Word[]> {
  const parts = sides.flatMap(({ table, columns }, side) =>
    columns.has(column) ? [`SELECT ${column} AS raw, ${side} AS side FROM ${table}`] : [],
  );
  if (parts.length === 0) return [];
  const counts = sides.map((_, side) => `count(*) FILTER (WHERE side = ${side})`).join(", ");
  const reader = await connection.runAndReadAll(
    `SELECT raw, ${counts} FROM (${parts.join(" UNION ALL ")}) WHERE raw IS NOT NULL GROUP BY raw ORDER BY raw`,
  );
  return reader.getRows().map(([raw, ...found]) => ({ raw: String(raw), counts: found.map(Number) }));
}

const sound = (name: string | null): string | null =>
  name === null ? null : doubleMetaphone(name)[0] || name.slice(0, 4);

/** How often each name stands on either side. */
function countNames(words: Word[], nameOf: (raw: string) => string | null): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { raw, counts: found } of words) {
    const name = nameOf(raw);
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + found.reduce((a, b) => a + b, 0));
  }
  return counts;
}

/** A name of the list of nicknames is a name in use, however few records hold it. */
const oftenWhenListed = 3;

async function buildFirstNames(
  connection: DuckDBConnection,
  sides: Side[],
  nicknames: NicknameRoots,
): Promise<void> {
  const words = await readWords(connection, sides, "first_name");
  const counts = countNames(words, (raw) => readFirstName(raw).first);
  const commonest = (roots: readonly string[]): string | null =>
    roots.reduce<string | null>(
      (best, root) => (best === null || (counts.get(root) ?? 0) > (counts.get(best) ?? 0) ? root : best),
      null,
    );
  const rows = words.map(({ raw }) => {
    const { first, glued, rest } = readFirstName(raw);
    const roots = first === null ? [] : nicknames.rootsOf(first);
    const often = Math.max(counts.get(first ?? "") ?? 0, roots.length > 0 ? oftenWhenListed : 0);
    const root = commonest(roots) ?? first;
    const isFormal = first !== null && nicknames.isFormal(first);
    const marks = [isFormal ? "1" : null, String(often)];
    return [raw, first, glued, rest, sound(first), roots.length > 0 ? roots.join(" ") : null, root, ...marks];
  });
  const columns = ["raw", "fn", "fg", "rest", "fs", "roots", "root", "formal", "often"];
  await appendRows(connection, "first_names", columns, rows);
}

/** What was wrong with a column's cells, counted by side. */
export type Faults = Record<string, number>[];

async function buildBirthDates(
  connection: DuckDBConnection,
  sides: Side[],
  formats: (string | null)[],
  thisYear: number,
): Promise<Faults> {
  const words = await readWords(connection, sides, "birth_date");
  const faults: Faults = sides.map(() => ({}));
  const rows = words.flatMap(({ raw, counts }) =>
    formats.map((format, side) => {
      const { digits, fault } = readBirthDate(raw, format, thisYear);
      const found = counts[side] ?? 0;
      const mark = fault ?? (digits?.endsWith("0101") ? "first_of_january" : null);
      if (mark !== null && found > 0) faults[side]![mark] = (faults[side]![mark] ?? 0) + found;
      return [String(side), raw, digits, digits === null ? null : [...digits].sort().join("")];
    }),
  );
  await appendRows(connection, "birth_dates", ["side", "raw", "dob", "ds"], rows);
  return faults;
}

/**
 * Reads each distinct name, date and street once and makes the tables that records are joined to: first_names,
 * middle_names, last_names, suffixes, birth_dates, streets. Answers the faults of birth dates by side.
 */
export async function buildDictionaries(
  connection: DuckDBConnection,
  sides: Side[],
  settings: { nicknames: NicknameRoots; formats: (string | null)[]; thisYear: number },
): Promise<Faults> {
  await buildFirstNames(connection, sides, settings.nicknames);
  const middles = [
    ...(await readWords(connection, sides, "middle_name")),
    ...(await readWords(connection, sides, "middle_initial")),
  ];
  const middleNames = new Map(middles.map(({ raw }) => [raw, readFirstName(raw).glued]));
  await appendRows(connection, "middle_names", ["raw", "md"], middleNames);
  const lastNames = (await readWords(connection, sides, "last_name")).map(({ raw }) => {
    const { name, glued, part, second, suffix } = readLastName(raw);
    return [raw, name, glued, part, second, sound(part), sound(second), suffix];
  });
  await appendRows(connection, "last_names", ["raw", "ln", "lg", "p1", "p2", "s1", "s2", "sfx"], lastNames);
  const suffixes = (await readWords(connection, sides, "suffix")).map(({ raw }) => [raw, readSuffix(raw)]);
  await appendRows(connection, "suffixes", ["raw", "sfx"], suffixes);
  const streets = (await readWords(connection, sides, "street")).map(({ raw }) => {
    const { number, street, unit } = readStreet(raw);
    return [raw, number, street, unit];
  });
  await appendRows(connection, "streets", ["raw", "nr", "st", "un"], streets);
  return buildBirthDates(connection, sides, settings.formats, settings.thisYear);
}
