import { isSmall, smallestShown } from "../kernel/small-numbers";

/** `total` is the sum of `parts`; all are ids of cells. */
export type Line = { total: string; parts: string[] };
type Counts = ReadonlyMap<string, number>;

type Bounds = { least: number[]; most: number[] };
/** The sum of `factor * cell` over hidden cells is `sum`. */
type Equation = { factors: number[]; sum: number };

const CRUMB = 1e-7;
const mostSweeps = 60;

/** One equation a line, over the hidden cells; lines that hide nothing fall away. */
function toEquations(
  lines: readonly Line[],
  columns: ReadonlyMap<string, number>,
  counts: Counts,
): Equation[] {
  return lines.flatMap(({ total, parts }) => {
    const equation: Equation = { factors: new Array<number>(columns.size).fill(0), sum: 0 };
    for (const [id, factor] of [...parts.map((part) => [part, 1] as const), [total, -1] as const]) {
      const column = columns.get(id);
      if (column === undefined) equation.sum -= factor * (counts.get(id) ?? 0);
      else equation.factors[column]! += factor;
    }
    return equation.factors.some((factor) => factor !== 0) ? [equation] : [];
  });
}

function subtract(from: Equation, times: number, { factors, sum }: Equation): void {
  factors.forEach((factor, at) => (from.factors[at]! -= times * factor));
  from.sum -= times * sum;
}

/** The same equations in reduced echelon form: what follows by adding and subtracting lines. */
function reduced(equations: readonly Equation[], width: number): Equation[] {
  const rows = equations.map(({ factors, sum }) => ({ factors: [...factors], sum }));
  let top = 0;
  for (let column = 0; column < width && top < rows.length; column++) {
    const pivot = rows.findIndex((row, at) => at >= top && Math.abs(row.factors[column]!) > CRUMB);
    if (pivot < 0) continue;
    [rows[top], rows[pivot]] = [rows[pivot]!, rows[top]!];
    const lead = rows[top]!;
    const scale = lead.factors[column]!;
    lead.factors = lead.factors.map((factor) => factor / scale);
    lead.sum /= scale;
    for (const row of rows) if (row !== lead) subtract(row, row.factors[column]!, lead);
    top++;
  }
  return rows.slice(0, top);
}

/** Narrows one cell by what the others of its equation leave it. */
function narrow({ factors, sum }: Equation, at: number, bounds: Bounds): boolean {
  let [least, most] = [sum, sum];
  for (const [other, factor] of factors.entries()) {
    if (other === at || Math.abs(factor) <= CRUMB) continue;
    const ends = [factor * bounds.least[other]!, factor * bounds.most[other]!];
    least -= Math.max(...ends);
    most -= Math.min(...ends);
  }
  const ends = [least / factors[at]!, most / factors[at]!].sort((a, b) => a - b);
  const [low, high] = [Math.ceil(ends[0]! - CRUMB), Math.floor(ends[1]! + CRUMB)];
  const isNarrower = low > bounds.least[at]! || high < bounds.most[at]!;
  if (low > bounds.least[at]!) bounds.least[at] = low;
  if (high < bounds.most[at]!) bounds.most[at] = high;
  return isNarrower;
}

/** What is known of a hidden cell before anything is added up: why it is hidden says whether it is small. */
function boundsOf(counts: readonly number[]): Bounds {
  return {
    least: counts.map((count) => (isSmall(count) ? 1 : count === 0 ? 0 : smallestShown)),
    most: counts.map((count) => (isSmall(count) ? smallestShown - 1 : Infinity)),
  };
}

/**
 * Small cells of `hidden` whose count follows from those that are shown: by adding and subtracting lines, and because counts are whole, a
 * small one is 1 to 10 and another hidden one is not. "Two hidden small ones are 20 together" tells that both are 10.
 */
export function recoverCells(lines: readonly Line[], hidden: readonly string[], counts: Counts): string[] {
  const columns = new Map(hidden.map((id, at) => [id, at]));
  const equations = toEquations(lines, columns, counts);
  const all = [...equations, ...reduced(equations, columns.size)];
  const bounds = boundsOf(hidden.map((id) => counts.get(id) ?? 0));
  for (let sweep = 0, isNarrower = true; isNarrower && sweep < mostSweeps; sweep++) {
    isNarrower = false;
    for (const equation of all)
      for (const [at, factor] of equation.factors.entries())
        if (Math.abs(factor) > CRUMB && narrow(equation, at, bounds)) isNarrower = true;
  }
  return hidden.filter((id, at) => isSmall(counts.get(id) ?? 0) && bounds.least[at]! >= bounds.most[at]!);
}
