import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildDictionaries } from "./build-dictionaries";
import { comparePairs } from "./compare-pairs";
import { comparisons } from "./comparison-spec";
import { loadAliases } from "./expand-aliases";
import { describeSides } from "./linkage-sides";
import { loadRecords, rawColumns, readHeader } from "./load-records";
import { readNicknameFile } from "./nickname-roots";
import { readPattern } from "./pair-pattern";
import { readColumnMap } from "./read-column-map";
import { standardiseRecords } from "./standardise-records";

const columns = [
  "first",
  "middle",
  "last",
  "born",
  "sex",
  "house",
  "street",
  "zip",
  "phone",
  "email",
  "number",
];
const roles =
  "first_name middle_name last_name birth_date sex street_number street postcode phone email identifier";
const map = readColumnMap(
  JSON.stringify({
    id: "id",
    ...Object.fromEntries(roles.split(" ").map((role, at) => [columns[at], role])),
  }),
);
type Case = { name: string; a: string; b: string; comparison: string; level: string };
const cases: Case[] = [];
/** Cells of two records by column, such as "first=Ann last=Lee", and the level that they have. */
const say = (a: string, b: string, comparison: string, level: string) =>
  cases.push({ name: `${a} | ${b}: ${comparison} is ${level}`, a, b, comparison, level });

say("first=Ann last=Lee", "first=ANN last=Lee", "first_name", "exact");
say("first=Mary_Ann last=Lee", "first=Mary last=Lee", "first_name", "exact");
say("first=Mary_Ann last=Lee", "first=Mary_Lou last=Lee", "first_name", "near_or_initial");
say("first=Robert last=Lee", "first=Bob last=Lee", "first_name", "nickname");
say("first=Francisco last=Lee", "first=Paco last=Lee", "first_name", "nickname");
say("first=Marquise last=Lee", "first=Marquies last=Lee", "first_name", "close");
say("first=Lee last=Marquise", "first=Marquise last=Lee", "first_name", "swapped");
say("first=Lee last=Marquise", "first=Marquise last=Lee", "last_name", "null");
say("first=Grace middle=Joy last=Lee", "first=Joy last=Lee", "first_name", "middle_name");
say("first=Grace middle=Joy last=Lee", "first=Joy middle=G last=Lee", "middle_name", "null");
say("first=J last=Lee", "first=Jamal last=Lee", "first_name", "near_or_initial");
say("first=Jamal last=Lee", "first=Xavier last=Lee", "first_name", "else");
say("last=Garcia_Rodriguez", "last=Rodriguez-Garcia", "last_name", "exact");
say("last=Garcia_Rodriguez", "last=Garcia", "last_name", "shares_part");
say("last=Washington", "last=Washingtom", "last_name", "close");
say("born=2012-03-04", "born=2012-03-04", "birth_date", "exact");
say("born=2012-03-04", "born=2012-04-03", "birth_date", "one_digit_or_transposed");
say("born=2012-03-04", "born=2012-03-05", "birth_date", "one_digit_or_transposed");
say("born=2012-03-14", "born=2012-03-05", "birth_date", "two_parts");
say("born=2012-03-14", "born=2012-11-25", "birth_date", "same_year");
say("born=1900-01-01", "born=2012-11-25", "birth_date", "null");
say("sex=F", "sex=female", "sex", "same");
say("first=A middle=Joy", "first=B middle=J", "middle_name", "same_initial");
say("first=A middle=Joy", "first=B middle=Joy", "middle_name", "same_name");
say("number=123-45-6789", "number=123456789", "identifier", "null");
say("number=987-65-4320", "number=987654320", "identifier", "exact");
say("number=987654320", "number=987654321", "identifier", "one_error");
say(
  "house=12 street=Fox_St zip=21201 phone=410-555-1234",
  "house=12 street=Fox_Street zip=21201 phone=4105551234",
  "contact",
  "address_and_reach",
);
say("house=14 street=Fox_St zip=21201", "house=14 street=Fox_Street zip=21201", "contact", "address");
say("house=16 street=PO_Box_3 zip=21202", "house=16 street=PO_Box_3 zip=21202", "contact", "area");
say("phone=4105559999", "phone=(410)_555-9999", "contact", "phone");
say("email=Ann@x.org", "email=ann@x.org", "contact", "email");
say(
  "house=18 street=Walker_Mill_Road zip=21203",
  "house=18 street=Walkr_Mill_Rd zip=21203",
  "contact",
  "near_address",
);
say("zip=21204", "zip=21240", "contact", "area");
say("zip=21205", "zip=30305", "contact", "else");
say("zip=21206", "phone=4105550000", "contact", "null");

const found = new Map<number, number>();
let folder = "";

const cell = (record: string, column: string): string =>
  (new RegExp(`(?:^| )${column}=(\\S+)`).exec(record)?.[1] ?? "").replaceAll("_", " ");
const csv = (side: "a" | "b"): string =>
  ["id", ...columns].join(",") +
  cases
    .map(
      (one, at) =>
        `\n${String(at).padStart(3, "0")},${columns.map((column) => cell(one[side], column)).join(",")}`,
    )
    .join("");

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "upstream-compare-"));
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const sides = [];
  for (const [at, side] of (["a", "b"] as const).entries()) {
    await writeFile(path.join(folder, `${side}.csv`), csv(side));
    const header = await readHeader(path.join(folder, `${side}.csv`));
    await loadRecords(connection, `raw_${at}`, header, map);
    sides.push({ table: `raw_${at}`, columns: new Set(rawColumns(map).keys()) });
  }
  for (const [at, side] of sides.entries()) await loadAliases(connection, side, at);
  const settings = { nicknames: readNicknameFile(), formats: [null, null], thisYear: 2026 };
  await buildDictionaries(connection, sides, settings);
  await standardiseRecords(connection, sides, [0, 0]);
  await connection.run("CREATE TABLE candidate AS SELECT rid AS a, rid AS b, 1::UBIGINT AS rules FROM s0");
  await comparePairs(connection, describeSides([cases.length, cases.length]));
  const reader = await connection.runAndReadAll("SELECT a, pattern FROM pair");
  for (const [at, pattern] of reader.getRows()) found.set(Number(at), Number(pattern));
  connection.closeSync();
});
afterAll(() => rm(folder, { recursive: true }));

it.each(cases.map((one, at) => ({ ...one, at })))("$name", ({ at, comparison, level }) => {
  const place = comparisons.findIndex(({ name }) => name === comparison);
  expect(comparisons[place]?.levels[readPattern(found.get(at) ?? -1)[place]!]).toBe(level);
});
