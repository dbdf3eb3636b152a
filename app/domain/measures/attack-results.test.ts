import fc from "fast-check";
import { expect, it } from "vitest";
import { attackTable } from "../../../tests/setup/attack-table";
import type { Line } from "./recover-cells";
import { suppressTable } from "./suppress-table";
import type { Cell } from "./table-parts";

/** Shares by group and quarter: numerator and rest make up the denominator, groups the whole, quarters the year. */
function grid(counts: readonly (readonly { n: number; rest: number }[])[]): { cells: Cell[]; lines: Line[] } {
  const kinds = ["d", "n", "r"] as const;
  const groups = counts[0]?.length ?? 0;
  const valueOf = (kind: "d" | "n" | "r", { n, rest }: { n: number; rest: number }) =>
    ({ d: n + rest, n, r: rest })[kind];
  const sum = (quarters: readonly number[], of: readonly number[], kind: "d" | "n" | "r") =>
    quarters.flatMap((q) => of.map((g) => valueOf(kind, counts[q]![g]!))).reduce((a, b) => a + b, 0);
  const rows = [...counts.keys(), "year" as const];
  const columns = [...Array.from({ length: groups }, (_, g) => g), "all" as const];
  const cells: Cell[] = [];
  const lines: Line[] = [];
  for (const row of rows)
    for (const column of columns) {
      const quarters = row === "year" ? [...counts.keys()] : [row];
      const of = column === "all" ? Array.from({ length: groups }, (_, g) => g) : [column];
      for (const kind of kinds)
        cells.push({ id: `${kind} ${row} ${column}`, count: sum(quarters, of, kind), virtual: kind === "r" });
      lines.push({ total: `d ${row} ${column}`, parts: [`n ${row} ${column}`, `r ${row} ${column}`] });
    }
  for (const kind of kinds) {
    for (const row of rows)
      lines.push({
        total: `${kind} ${row} all`,
        parts: columns.slice(0, -1).map((c) => `${kind} ${row} ${c}`),
      });
    for (const column of columns)
      lines.push({
        total: `${kind} year ${column}`,
        parts: [...counts.keys()].map((r) => `${kind} ${r} ${column}`),
      });
  }
  return { cells, lines };
}

const count = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 60 }));
const tables = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 4 }))
  .chain(([quarters, groups]) =>
    fc.array(fc.array(fc.record({ n: count, rest: count }), { minLength: groups, maxLength: groups }), {
      minLength: quarters,
      maxLength: quarters,
    }),
  );

it(
  "leaves no small count to somebody who reasons in whole numbers over all that is shown",
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (counts) => {
        const { cells, lines } = grid(counts);
        const hidden = suppressTable(cells, lines);
        expect(await attackTable({ cells, lines, hidden })).toEqual([]);
      }),
      { numRuns: 60 },
    );
  },
);

it("is an attack that finds what a table without second cells gives away", async () => {
  const cells = [
    { id: "a", count: 10 },
    { id: "b", count: 10 },
    { id: "all", count: 20 },
  ];
  const lines = [{ total: "all", parts: ["a", "b"] }];
  const hidden = new Map([
    ["a", "primary"],
    ["b", "primary"],
  ]);
  expect(await attackTable({ cells, lines, hidden })).toEqual(["a", "b"]);
});
