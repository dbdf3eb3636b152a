import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recoverCells } from "./recover-cells";
import type { Line } from "./recover-cells";
import { suppressTable } from "./suppress-table";
import type { Cell } from "./table-parts";

const row = (counts: number[]): { cells: Cell[]; lines: Line[] } => ({
  cells: [
    ...counts.map((count, i) => ({ id: `p${i}`, count })),
    { id: "all", count: counts.reduce((a, b) => a + b, 0) },
  ],
  lines: [{ total: "all", parts: counts.map((_, i) => `p${i}`) }],
});

describe("one line", () => {
  it("hides 1 to 10 and the lowest other cell, and shows zero", () => {
    const { cells, lines } = row([0, 5, 40, 200]);
    expect(Object.fromEntries(suppressTable(cells, lines))).toEqual({ p1: "primary", p2: "complementary" });
  });

  it("leaves a table without small cells alone", () => {
    const { cells, lines } = row([0, 11, 40]);
    expect(suppressTable(cells, lines).size).toBe(0);
  });

  it("hides a third when two hidden cells hold less than 11 people", () => {
    const { cells, lines } = row([2, 3, 40, 200]);
    expect([...suppressTable(cells, lines).keys()].sort()).toEqual(["p0", "p1", "p2"]);
  });

  it("hides the total when nothing else is left", () => {
    const { cells, lines } = row([5, 0, 0]);
    expect([...suppressTable(cells, lines).keys()].sort()).toEqual(["all", "p0"]);
  });

  it("hides a share when what remains is 1 to 10", () => {
    const cells: Cell[] = [
      { id: "d", count: 300 },
      { id: "n", count: 295 },
      { id: "rest", count: 5, virtual: true },
    ];
    expect(Object.fromEntries(suppressTable(cells, [{ total: "d", parts: ["n", "rest"] }]))).toEqual({
      n: "derivable",
      rest: "primary",
    });
  });
});

/** A table of shares: numerator and remainder add up to the denominator, and each column adds up to a total row. */
function shares(rows: { n: number; rest: number }[]): { cells: Cell[]; lines: Line[] } {
  const all = rows.reduce((sum, r) => ({ n: sum.n + r.n, rest: sum.rest + r.rest }), { n: 0, rest: 0 });
  const named = [...rows.map((r, i) => ({ ...r, id: `${i}` })), { ...all, id: "all" }];
  return {
    cells: named.flatMap((r) => [
      { id: `d${r.id}`, count: r.n + r.rest },
      { id: `n${r.id}`, count: r.n },
      { id: `r${r.id}`, count: r.rest, virtual: true },
    ]),
    lines: [
      ...named.map((r) => ({ total: `d${r.id}`, parts: [`n${r.id}`, `r${r.id}`] })),
      ...["d", "n", "r"].map((kind) => ({ total: `${kind}all`, parts: rows.map((_, i) => `${kind}${i}`) })),
    ],
  };
}

describe("any table", () => {
  const counts = fc.integer({ min: 0, max: 60 });

  it("never lets a small cell be worked out by subtraction", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ n: counts, rest: counts }), { minLength: 1, maxLength: 6 }),
        (rows) => {
          const { cells, lines } = shares(rows);
          const hidden = suppressTable(cells, lines);
          const counts = new Map(cells.map(({ id, count }) => [id, count]));
          expect(recoverCells(lines, [...hidden.keys()], counts)).toEqual([]);
          for (const cell of cells) {
            if (cell.count === 0 || cell.count > 10) continue;
            expect(hidden.has(cell.id)).toBe(true);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it("never hides a cell of a table that has no small ones", () => {
    const large = fc.integer({ min: 11, max: 500 });
    fc.assert(
      fc.property(fc.array(fc.record({ n: large, rest: large }), { minLength: 1, maxLength: 6 }), (rows) => {
        const { cells, lines } = shares(rows);
        expect(suppressTable(cells, lines).size).toBe(0);
      }),
    );
  });
});
