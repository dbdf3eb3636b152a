import { addDays } from "../kernel/calendar";
import { chainSteps, type Chain, type MeasureResult } from "./measure-result";
import type { Line } from "./determined-cells";
import { suppressTable, type Cell, type SuppressionReason } from "./suppress-table";

type Hidden = ReadonlyMap<string, SuppressionReason>;
type Table = { cells: Cell[]; lines: Line[] };

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
  if (result.denominator === null) {
    table.cells.push({ id: `n${i}`, count: n });
    return;
  }
  table.cells.push(
    { id: `d${i}`, count: result.denominator },
    { id: `n${i}`, count: n },
    { id: `r${i}`, count: result.denominator - n, virtual: true },
  );
  table.lines.push({ total: `d${i}`, parts: [`n${i}`, `r${i}`] });
}

/** What left the chain between two steps is a count of people too, and the chain gives it away by subtraction. */
function addChain(table: Table, chain: Chain, i: number): void {
  const left = chainSteps
    .slice(1)
    .map((step, k) => ({ id: `x${i}.${k}`, count: (chain[chainSteps[k]!] ?? 0) - (chain[step] ?? 0) }));
  table.cells.push({ id: `c${i}`, count: chain.referred ?? 0 }, ...left, {
    id: `k${i}`,
    count: chain.counted ?? 0,
  });
  table.lines.push({ total: `c${i}`, parts: [...left.map((cell) => cell.id), `k${i}`] });
  if (table.cells.some((cell) => cell.id === `d${i}`)) table.lines.push({ total: `d${i}`, parts: [`k${i}`] });
}

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
    addSums(table, whole, members);
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
      addSums(table, w, parts);
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

function addSums(table: Table, whole: number, parts: number[]): void {
  const known = new Set(table.cells.map((cell) => cell.id));
  for (const kind of ["d", "n", "r"]) {
    const ids = parts.map((i) => `${kind}${i}`).filter((id) => known.has(id));
    if (known.has(`${kind}${whole}`) && ids.length > 0)
      table.lines.push({ total: `${kind}${whole}`, parts: ids });
  }
}

/**
 * Hides what must not be shown in a whole table of results at once (measures.md 9.8): small counts, remainders that are
 * small, second cells, and the values and ranges that rest on them. Members never leave with a suppressed result.
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
  return results.map((result, i) => hideIn(result, i, hidden));
}

function hideIn(result: MeasureResult, i: number, hidden: Hidden): MeasureResult {
  const chain = result.chain && hideChain(result.chain, i, hidden);
  const why = hidden.get(`n${i}`) ?? hidden.get(`d${i}`) ?? null;
  if (why === null) return chain === result.chain ? result : { ...result, chain };
  const { members: _members, ...rest } = result;
  const denominator = hidden.has(`d${i}`) ? null : result.denominator;
  return {
    ...rest,
    denominator,
    numerator: null,
    value: null,
    low: null,
    high: null,
    missing: null,
    suppressed: why,
    chain,
  };
}

/** Steps between the first and the last hidden exclusion would give parts of the hidden sum away, so they go as well. */
function hideChain(chain: Chain, i: number, hidden: Hidden): Chain {
  const ids = [...chainSteps.slice(1).map((_step, k) => `x${i}.${k}`), `k${i}`];
  const places = ids.flatMap((id, k) => (hidden.has(id) ? [k] : []));
  const [first, last] = [places[0], places.at(-1)];
  const shown = { ...chain };
  if (hidden.has(`c${i}`)) shown.referred = null;
  if (first === undefined || last === undefined) return shown;
  for (let k = first; k < Math.max(last, first + 1) && k < chainSteps.length - 1; k++)
    shown[chainSteps[k + 1]!] = null;
  if (hidden.has(`k${i}`) || hidden.has(`d${i}`)) shown.counted = null;
  if (shown.referred === null)
    for (const step of chainSteps.slice(1, -1)) if (chainSteps.indexOf(step) <= last) shown[step] = null;
  return shown;
}
