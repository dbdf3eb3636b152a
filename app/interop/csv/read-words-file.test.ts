import { expect, it } from "vitest";
import { disarmFormula } from "./disarm-formula";
import { readWordsFile } from "./read-words-file";
import { writeCsv } from "./write-csv";

const bytes = (text: string) => new TextEncoder().encode(text);
const row = { line: 2, key: "need:food", english: "Food", spanish: "Comida" };

it.each([
  [
    "as it was written",
    writeCsv(["key", "where", "english", "spanish"], [["need:food", "x", "Food", "Comida"]]),
  ],
  ["with semicolons", "key;where;english;spanish\r\nneed:food;a, b;Food;Comida\r\n"],
  ["with columns in another order", "Spanish,KEY,english\nComida,need:food,Food"],
])("reads a file %s", (_how, text) => {
  expect(readWordsFile(bytes(text))).toEqual({ rows: [row] });
});

it("reads the signs of Windows, lines that break in a cell, and cells that would have run", () => {
  const windows = Uint8Array.from(
    Buffer.from('key,english,spanish\na,"two\nlines",Niñez\nb,x,y\n', "latin1"),
  );
  expect(readWordsFile(windows)).toEqual({
    rows: [
      { line: 3, key: "a", english: "two\nlines", spanish: "Niñez" },
      { line: 4, key: "b", english: "x", spanish: "y" },
    ],
  });
  const text = writeCsv(
    ["key", "english", "spanish"],
    [["a", disarmFormula("=SUM(1)"), disarmFormula("'=x")]],
  );
  expect(readWordsFile(bytes(text))).toEqual({
    rows: [{ line: 2, key: "a", english: "=SUM(1)", spanish: "'=x" }],
  });
});

it.each([
  ["", "empty"],
  ["name,words\na,b", "columns"],
  ['key,english,spanish\na,"b', "csv"],
  ["PK\u0003\u0000", "csv"],
  [`key,english,spanish\n${"a,b,c\n".repeat(2001)}`, "too_many"],
])("refuses a file that is none: %j", (text, problem) => {
  expect(readWordsFile(bytes(text.slice(0, 20_000)))).toEqual({ problem });
});
