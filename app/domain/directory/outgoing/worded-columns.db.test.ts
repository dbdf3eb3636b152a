import { expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import { columnsOf, outgoingHsdsTables } from "../../../interop/hsds/out/hsds-outgoing";
import { wordingOf, wordings } from "./worded-columns";

/** What leaves of every table, held against what the database can keep there: a column that can hold words is told, or said here. */
const db = await testDatabase();

/** Columns that can hold words and leave as they lie, and why. */
const asTheyLie: Readonly<Record<string, string>> = {
  "address.address1": "a shown place's own street",
  "address.address_type": "three words, whatever a source writes (hsds-words.ts)",
  "attribute.link_entity": "names a table: no row of another word leaves (linkedGate)",
  "field_change.entity": "names a table: no row of another word leaves (linkedGate)",
  "schedule.opens_at": "a time (hsds-words.ts)",
  "schedule.closes_at": "a time (hsds-words.ts)",
};
const kinds: Readonly<Record<string, readonly string[]>> = {
  text: ["text", "address", "number"],
  "character varying": ["text", "address", "number"],
  ARRAY: ["list"],
  json: ["json"],
  jsonb: ["json"],
};

it("tells every column that leaves and can hold words, by what it is", async () => {
  const { rows } = await db.owner.query<{ table: string; column: string; type: string }>(
    `select table_name as table, column_name as column, data_type as type from information_schema.columns where table_schema = 'public'`,
  );
  const typeOf = new Map(rows.map(({ table, column, type }) => [`${table}.${column}`, type]));
  const leaving = new Set(
    outgoingHsdsTables.flatMap((table) => columnsOf(table).map((column) => `${table.table}.${column}`)),
  );
  const saying = [...leaving].filter((key) => kinds[typeOf.get(key) ?? ""]);
  const wrong = saying.filter((key) => {
    const [table = "", column = ""] = key.split(".");
    const wording = wordingOf(table, column);
    return wording ? !kinds[typeOf.get(key) ?? ""]?.includes(wording) : !asTheyLie[key];
  });
  expect(wrong).toEqual([]);
  // Nothing is listed that is not there.
  expect(Object.keys(asTheyLie).filter((key) => !saying.includes(key))).toEqual([]);
  const listed = Object.entries(wordings).flatMap(([table, columns]) =>
    Object.keys(columns).map((column) => `${table}.${column}`),
  );
  expect(listed.filter((key) => !saying.includes(key))).toEqual([]);
});
