import { expect, it } from "vitest";
import { csvResponse, escapeCell, writeCsv } from "./write-csv";

it("disarms formulas and quotes what needs it", () => {
  expect(["=1+1", "+a", "-b", "@c", "\tx", "<11", "a,b", 'say "x"', null].map(escapeCell)).toEqual([
    "'=1+1",
    "'+a",
    "'-b",
    "'@c",
    "'\tx",
    "<11",
    '"a,b"',
    '"say ""x"""',
    "",
  ]);
  expect(escapeCell(-3.5)).toBe("-3.5");
});

it("writes a BOM, one header row, and a safe file name", () => {
  expect(writeCsv(["a", "b"], [["é", 1]])).toBe("\uFEFFa,b\r\né,1\r\n");
  expect(csvResponse('x"\n.csv', "").headers.get("Content-Disposition")).toBe(
    'attachment; filename="x--.csv"',
  );
});
