import fc from "fast-check";
import { expect, it } from "vitest";
import { disarmFormula, rearmFormula } from "./disarm-formula";

it.each(["=HYPERLINK(1)", "+cmd|' /C calc'!A0", "-2+3+cmd", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''@x"])(
  "disarms %j and keeps its meaning",
  (cell) => {
    expect(disarmFormula(cell)).toBe(`'${cell}`);
    expect(rearmFormula(disarmFormula(cell))).toBe(cell);
  },
);

it.each(["+1 (410) 555-0100", "-5", "-76.68431", "'til noon", "(410) 555-0100", ""])("leaves %j", (cell) => {
  expect(disarmFormula(cell)).toBe(cell);
  expect(rearmFormula(cell)).toBe(cell);
});

it("comes back as it was, whatever it was", () => {
  const cell = fc.string({ unit: fc.constantFrom(..."'=+-@\t\r1 a(") });
  fc.assert(fc.property(cell, (text) => rearmFormula(disarmFormula(text)) === text));
});
