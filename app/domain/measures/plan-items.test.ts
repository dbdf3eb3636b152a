import { expect, it } from "vitest";
import { FLOW, planItems } from "./plan-items";

const yearsOf = (measure: string, records: string | null): string[] =>
  planItems(records, "2026-11-29").flatMap(({ measure: one, period: [from, to] }) =>
    one === measure && to.slice(0, 4) !== from.slice(0, 4) && to.slice(5, 7) !== from.slice(5, 7)
      ? [`${from} ${to}`]
      : [],
  );

it("speaks of the same years in the flow, the counts, the shares and the outcomes", () => {
  const [known, recent] = ["2024-09-01 2025-08-31", "2025-10-01 2026-09-30"];
  expect(yearsOf(FLOW, "2026-11-15")).toEqual([known, recent]);
  expect(yearsOf("REF-N", "2026-11-15")).toEqual([known, recent]);
  expect(yearsOf("REF-ENR60", "2026-11-15").slice(0, 2)).toEqual([known, recent]);
  for (const event of ["RPT", "INV", "SUB", "REM"])
    expect(yearsOf(`OUT-${event}-12`, "2026-11-15")[0]).toBe(known);
});

it("speaks of the recent year alone where no records have come", () => {
  expect(yearsOf(FLOW, null)).toEqual(["2025-10-01 2026-09-30"]);
  expect(yearsOf("REF-N", null)).toEqual(["2025-10-01 2026-09-30"]);
  expect(yearsOf("OUT-RPT-12", null)).toEqual([]);
});
