import type { DuckDBConnection } from "@duckdb/node-api";

/** What a record says after standardising, by the words of a report. */
const facts = {
  first_name: "fn",
  middle_name: "mi",
  last_name: "ln",
  suffix: "sfx",
  birth_date: "dob",
  sex: "sex",
  street: "st",
  household_address: "CASE WHEN nr IS NOT NULL AND st IS NOT NULL THEN 1 END",
  unit: "un",
  city: "city",
  postcode: "zip",
  phone: "ph",
  email: "em",
  identifier: "coalesce(i1, i2, i3, i4)",
};

/** Share of a side's records that say something usable, by fact. */
export async function countColumns(
  connection: DuckDBConnection,
  table: string,
): Promise<Record<string, number>> {
  const counts = Object.entries(facts).map(([name, sql]) => `count(${sql}) / count(*) AS ${name}`);
  const reader = await connection.runAndReadAll(`SELECT ${counts.join(", ")} FROM ${table}`);
  const row = reader.getRowObjects()[0] ?? {};
  return Object.fromEntries(Object.keys(facts).map((name) => [name, Number(Number(row[name]).toFixed(5))]));
}
