import { expect, it } from "vitest";
import { readColumnMap } from "./read-column-map";
import { resolveColumns } from "./resolve-columns";

it("reads roles and formats", () =>
  expect(readColumnMap('{"key":"id","born":{"role":"birth_date","format":"MM/dd/yyyy"}}')).toEqual([
    { column: "key", role: "id", format: null },
    { column: "born", role: "birth_date", format: "MM/dd/yyyy" },
  ]));

it.each([
  ["{", "no JSON"],
  ["[]", "wants"],
  ['{"a":"surname"}', "the role surname; roles: id, first_name"],
  ['{"a":{}}', "no role"],
  ['{"a":{"role":"birth_date","format":"ISO"}}', "yyyyMMdd"],
])("refuses %s in words", (text, words) => expect(() => readColumnMap(text)).toThrow(words));

it("finds each file's columns, which need not be both files'", () => {
  const map = readColumnMap('{"id":"id","last":"last_name","family":"family_id","surname":"last_name"}');
  const [a, b] = resolveColumns(
    [
      { file: "a.csv", names: ["id", "last", "family", "other"] },
      { file: "b.csv", names: ["id", "surname"] },
    ],
    map,
  );
  expect(a?.map(({ column }) => column)).toEqual(["id", "last", "family"]);
  expect(b?.map(({ column }) => column)).toEqual(["id", "surname"]);
});

it.each([
  [["id", "last"], '{"id":"id","last":"last_name","gone":"sex"}', '"gone", which is no column of a.csv'],
  [["last"], '{"last":"last_name"}', "no column with the role id"],
  [["id", "sex"], '{"id":"id","sex":"sex"}', "first_name or last_name"],
  [
    ["id", "x", "y"],
    '{"id":"id","x":"last_name","y":"last_name"}',
    '"x" and "y" both have the role last_name',
  ],
])("refuses a file of %s by %s", (names, map, words) =>
  expect(() => resolveColumns([{ file: "/in/a.csv", names }], readColumnMap(map))).toThrow(words),
);
