import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { hidden, resultOf } from "../../../tests/setup/measure-result";
import { findMeasureSpec } from "~/domain/measures/measure-registry";
import type { MeasureResult } from "~/domain/measures/measure-result";
import { suppressResults } from "~/domain/measures/suppress-results";
import { frameOfResults, resultsCsv, resultsOf } from "./results-csv";

type Row = Record<string, string>;
const rowsOf = (results: MeasureResult[]): Row[] =>
  parse(resultsCsv("all", results), { bom: true, columns: true });

it("calls a cell hidden, whatever it holds, and never says that 15 or 28 were fewer than 11", () => {
  const groups = [15, 28, 5, 300].map((families, i) =>
    resultOf("REF-ENR60", [families === 5 ? 2 : 12, families], {
      part: "families",
      stratum: { language: `l${i}` },
    }),
  );
  const whole = resultOf("REF-ENR60", [38, 348], { part: "families" });
  const shown = suppressResults([whole, ...groups]);
  const rows = rowsOf(shown);
  expect(JSON.stringify(rows)).not.toContain("<11");
  expect(rows.map(({ numerator }) => numerator).filter((cell) => cell === "hidden").length).toBeGreaterThan(
    1,
  );
  shown.forEach((result, i) => {
    expect(rows[i]?.["denominator"]).toBe(
      result.denominator === null ? "hidden" : String(result.denominator),
    );
    expect(rows[i]?.["numerator"]).toBe(result.numerator === null ? "hidden" : String(result.numerator));
  });
});

it("says the number of the page beside the measure's own", () => {
  expect(rowsOf([resultOf("OUT-REM-12", [40, 657])])[0]).toMatchObject({
    ...{ denominator: "657", numerator: "40", missing: "0", value: "6.09" },
    ...{ page_percent: "93.9", page_low: "91.8", page_high: "95.5" },
  });
});

it("gives counts and no percent where there are under thirty, as the page does", () => {
  expect(rowsOf([resultOf("REF-ENR60", [12, 24], { part: "families" })])[0]).toMatchObject({
    ...{ denominator: "24", numerator: "12", value: "", low: "", high: "", page_percent: "" },
  });
});

it("gives a count as a number, hidden when it is", () => {
  const count = resultOf("REF-N", [460, 460], { part: "families" });
  const few: MeasureResult = { ...hidden(count), suppressed: "primary" };
  expect(rowsOf([count, few])).toMatchObject([
    { numerator: "460", value: "460", denominator: "", low: "", page_percent: "" },
    { numerator: "hidden", value: "hidden", denominator: "", missing: "hidden" },
  ]);
});

it("names the measures of the page that have no number, and why, also before the first run", () => {
  const spec = findMeasureSpec("FUNC-PP");
  const tracked = findMeasureSpec("OUT-SUB-12");
  if (!spec || !tracked) throw new Error("no such measure");
  const lacking = [spec, tracked].map((one) => ({ spec: one, result: null }));
  const rows = rowsOf(resultsOf(lacking, frameOfResults({ period: null, dataThrough: null })));
  expect(
    rows.map((row) => [row["measure"], row["not_tracked_because"], row["numerator"], row["data_through"]]),
  ).toEqual([
    ["FUNC-PP", "tool_scores", "", ""],
    ["OUT-SUB-12", "nothing was computed yet", "", ""],
  ]);
});
