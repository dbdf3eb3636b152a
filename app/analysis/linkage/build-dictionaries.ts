import type { DuckDBConnection } from "@duckdb/node-api";
import { appendRows } from "./append-rows";
import { buildFirstNames } from "./build-first-names";
import { countRarity } from "./name-rarity";
import { nameSound } from "./name-sound";
import type { NicknameRoots } from "./nickname-roots";
import { readHouseNumber, readLetters, readPostcode, readSex, readUnit } from "./read-address-parts";
import { readBirthDate } from "./read-birth-date";
import { readFirstName, readLastName, readSuffix } from "./read-person-name";
import { readStreet } from "./read-street";
import { readWords, type Side, type Word } from "./read-words";

/** A table of what each distinct text of its columns says. */
type Dictionary = {
  table: string;
  /** Roles whose texts it reads. */
  from: readonly string[];
  columns: readonly string[];
  read: (raw: string) => (string | null)[];
};

const dictionaries: readonly Dictionary[] = [
  {
    table: "middle_names",
    from: ["middle_name", "middle_initial"],
    columns: ["md"],
    read: (raw) => [readFirstName(raw).glued],
  },
  { table: "suffixes", from: ["suffix"], columns: ["sfx"], read: (raw) => [readSuffix(raw)] },
  { table: "sexes", from: ["sex"], columns: ["sex"], read: (raw) => [readSex(raw)] },
  { table: "house_numbers", from: ["street_number"], columns: ["nr"], read: (raw) => [readHouseNumber(raw)] },
  {
    table: "streets",
    from: ["street"],
    columns: ["nr", "st", "un"],
    read: (raw) => {
      const { number, street, unit } = readStreet(raw);
      return [number, street, unit];
    },
  },
  { table: "units", from: ["unit"], columns: ["un"], read: (raw) => [readUnit(raw)] },
  { table: "cities", from: ["city"], columns: ["city"], read: (raw) => [readLetters(raw)] },
  {
    table: "postcodes",
    from: ["postcode"],
    columns: ["zip", "zs"],
    read: (raw) => {
      const { zip, sorted } = readPostcode(raw);
      return [zip, sorted];
    },
  },
];

async function buildLastNames(connection: DuckDBConnection, words: Word[]): Promise<void> {
  const { bitsOf } = countRarity(words, (raw) => readLastName(raw).name);
  const rows = words.map(({ raw }) => {
    const { name, glued, part, second, suffix } = readLastName(raw);
    const bits = name === null ? null : bitsOf(name).toFixed(4);
    const otherLetters = String(/[^\p{ASCII}]/u.test(raw));
    return [raw, name, glued, part, second, nameSound(part), nameSound(second), suffix, bits, otherLetters];
  });
  await appendRows(
    connection,
    "last_names",
    ["raw", "ln", "lg", "p1", "p2", "s1", "s2", "sfx", "bits", "ol"],
    rows,
  );
}

/** What was wrong with a column's cells, counted by side. */
export type Faults = Record<string, number>[];

async function buildBirthDates(
  connection: DuckDBConnection,
  sides: Side[],
  formats: (string | null)[],
  thisYear: number,
): Promise<Faults> {
  const faults: Faults = sides.map(() => ({}));
  const rows = (await readWords(connection, sides, "birth_date")).flatMap(({ raw, counts }) =>
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
 * Reads each distinct name, date and part of an address once and makes the tables that records are joined to: a row of
 * each has the text as `raw`. Answers the faults of birth dates by side.
 */
export async function buildDictionaries(
  connection: DuckDBConnection,
  sides: Side[],
  settings: { nicknames: NicknameRoots; formats: (string | null)[]; thisYear: number },
): Promise<Faults> {
  const names = (column: string) => readWords(connection, sides, column, (side) => [`alias_${side}`]);
  await buildFirstNames(connection, await names("first_name"), settings.nicknames);
  await buildLastNames(connection, await names("last_name"));
  for (const { table, from, columns, read } of dictionaries) {
    const texts = new Set<string>();
    for (const column of from)
      for (const { raw } of await readWords(connection, sides, column)) texts.add(raw);
    const rows = function* () {
      for (const raw of texts) yield [raw, ...read(raw)];
    };
    await appendRows(connection, table, ["raw", ...columns], rows());
  }
  return buildBirthDates(connection, sides, settings.formats, settings.thisYear);
}
