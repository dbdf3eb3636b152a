import { addDays } from "../kernel/calendar";
import type { MeasureResult } from "./measure-result";
import { addChain, chainCells, hideChain } from "./suppress-chain";
import { suppressTable, type Hidden } from "./suppress-table";
import type { Table } from "./table-parts";

/** Strata of one dimension add up to their whole; so do sub-periods that tile it exactly. */
function groupKey(result: MeasureResult): string {
  return [result.measure, result.part ?? "", Object.keys(result.stratum ?? {}).join(",")].join("|");
}

function wholeOf(result: MeasureResult, all: MeasureResult[]): number {
  return all.findIndex(
    (w) =>
      w.stratum === null &&
      w.measure === result.measure &&
      w.part === result.part &&
      w.period.join() === result.period.join(),
  );
}

function addShare(table: Table, result: MeasureResult, i: number): void {
  const n = result.numerator ?? 0;
  table.cells.push({ id: `m${i}`, count: result.missing ?? 0 });
  // Dollars are no people: the children they were spent on are.
  if (!isOfPeople(result)) {
    table.cells.push({ id: `d${i}`, count: result.denominator ?? 0 });
    return;
  }
  if (result.denominator === null) {
    table.cells.push({ id: `n${i}`, count: n });
    return;
  }
  table.cells.push({ id: `d${i}`, count: result.denominator }, { id: `n${i}`, count: n });
  // More sessions than the model expects leave no remainder.
  if (n > result.denominator) return;
  table.cells.push({ id: `r${i}`, count: result.denominator - n, virtual: true });
  table.lines.push({ total: `d${i}`, parts: [`n${i}`, `r${i}`] });
}

const isOfPeople = ({ measure }: MeasureResult): boolean => measure !== "FFPSA-SPEND";

function addStrata(table: Table, results: MeasureResult[]): void {
  const groups = new Map<string, number[]>();
  results.forEach((result, i) => {
    if (result.stratum === null) return;
    const key = `${groupKey(result)}|${result.period.join()}`;
    groups.set(key, [...(groups.get(key) ?? []), i]);
  });
  for (const members of groups.values()) {
    const whole = wholeOf(results[members[0]!]!, results);
    if (whole < 0) continue;
    addSums(table, whole, members, [...shareCells, ...chainCells]);
  }
}

/** A longer period is the sum of the shorter ones that tile it. */
function addPeriods(table: Table, results: MeasureResult[]): void {
  results.forEach((whole, w) => {
    if (whole.stratum !== null) return;
    const parts = results.flatMap((r, i) =>
      i !== w &&
      groupKey(r) === groupKey(whole) &&
      r.period[0] >= whole.period[0] &&
      r.period[1] <= whole.period[1]
        ? [i]
        : [],
    );
    if (
      doTile(
        whole,
        parts.map((i) => results[i]!),
      )
    )
      addSums(table, w, parts, shareCells);
  });
}

/** True when the periods follow on each other without gap or overlap and cover the whole. */
function doTile(whole: MeasureResult, parts: MeasureResult[]): boolean {
  const periods = parts.map((part) => part.period).sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const follows = periods.every((period, k) => k === 0 || period[0] === addDays(periods[k - 1]![1], 1));
  return (
    periods.length > 1 &&
    follows &&
    periods[0]![0] === whole.period[0] &&
    periods.at(-1)![1] === whole.period[1]
  );
}

/** Denominator, numerator, remainder and missing of a result. */
const shareCells = ["d", "n", "r", "m"].map((kind) => (i: number) => `${kind}${i}`);

function addSums(table: Table, whole: number, parts: number[], cells: ((i: number) => string)[]): void {
  const known = new Set(table.cells.map((cell) => cell.id));
  for (const cell of cells) {
    const ids = parts.map(cell).filter((id) => known.has(id));
    if (known.has(cell(whole)) && ids.length > 0) table.lines.push({ total: cell(whole), parts: ids });
  }
}

/**
 * Hides what must not be shown in a whole table of results at once (measures.md 9.8): small counts, remainders that are
 * small, second cells, and the values and ranges that rest on them. Members never leave with a result that hides something.
 */
export function suppressResults(results: MeasureResult[]): MeasureResult[] {
  const table: Table = { cells: [], lines: [] };
  results.forEach((result, i) => {
    if (result.numerator !== null) addShare(table, result, i);
    if (result.chain) addChain(table, result.chain, i);
  });
  addStrata(table, results);
  addPeriods(table, results);
  const hidden = suppressTable(table.cells, table.lines);
  const shown = results.map((result, i) => withoutSteps(hideIn(result, i, hidden)));
  return shown.map((result) => hideComparison(result, shown));
}

/** A curve steps at every single event, so it is for those alone who may see small counts. */
function withoutSteps({ steps, ...result }: MeasureResult): MeasureResult {
  return steps === undefined
    ? result
    : { ...result, warnings: [...result.warnings, "the steps of the curve tell single events: not shown"] };
}

/** A ratio to a hidden rate gives that rate away. */
function hideComparison(result: MeasureResult, all: readonly MeasureResult[]): MeasureResult {
  if (result.difference === undefined) return result;
  const reference = all.some(
    (other) =>
      other.suppressed !== null &&
      other.measure === result.measure &&
      other.period.join() === result.period.join() &&
      other.stratum?.["race"] === "white",
  );
  if (!reference && result.suppressed === null) return result;
  return {
    ...result,
    value: null,
    low: null,
    high: null,
    difference: null,
    suppressed: result.suppressed ?? "complementary",
  };
}

/** The share of windows that are complete is a division of hidden counts, so it is told in tenths. */
function blur({ state, complete }: MeasureResult["maturity"]): MeasureResult["maturity"] {
  return { state, complete: Math.floor(complete * 10) / 10 };
}

/** `suppressed` says why the numerator is hidden: "primary" where it, or all there are, are 1 to 10. A zero is shown. */
function hideIn(result: MeasureResult, i: number, hidden: Hidden): MeasureResult {
  const chain = result.chain && hideChain(result.chain, i, hidden);
  const missing = hidden.has(`m${i}`) ? null : result.missing;
  const why = hidden.get(`n${i}`) ?? hidden.get(`d${i}`) ?? null;
  if (why === null && chain === result.chain && missing === result.missing) return result;
  const { members: _members, ...rest } = result;
  const maturity = blur(result.maturity);
  if (why === null) return { ...rest, chain, missing, maturity };
  return {
    ...rest,
    maturity,
    denominator: hidden.has(`d${i}`) ? null : result.denominator,
    numerator: result.numerator === 0 && !hidden.has(`n${i}`) ? 0 : null,
    value: null,
    low: null,
    high: null,
    missing: null,
    suppressed: why,
    chain,
  };
}
