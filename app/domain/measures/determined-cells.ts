/** `total` is the sum of `parts`; all are ids of cells. */
export type Line = { total: string; parts: string[] };

const CRUMB = 1e-9;

/** One row a line, one column a hidden cell: parts count +1, the total -1. Shown cells are known and fall away. */
function toRows(lines: Line[], columns: Map<string, number>): number[][] {
  return lines
    .map((line) => {
      const row = new Array<number>(columns.size).fill(0);
      for (const id of line.parts) add(row, columns.get(id), 1);
      add(row, columns.get(line.total), -1);
      return row;
    })
    .filter((row) => row.some((value) => value !== 0));
}

function add(row: number[], column: number | undefined, value: number): void {
  if (column !== undefined) row[column] = (row[column] ?? 0) + value;
}

/** Brings rows to reduced echelon form, in place. */
function reduce(rows: number[][], width: number): void {
  let top = 0;
  for (let column = 0; column < width && top < rows.length; column++) {
    const pivot = rows.findIndex((row, i) => i >= top && Math.abs(row[column] ?? 0) > CRUMB);
    if (pivot < 0) continue;
    [rows[top], rows[pivot]] = [rows[pivot]!, rows[top]!];
    const lead = rows[top]!;
    const scale = lead[column]!;
    for (let i = 0; i < width; i++) lead[i]! /= scale;
    for (const row of rows) {
      const factor = row[column] ?? 0;
      if (row === lead || Math.abs(factor) <= CRUMB) continue;
      for (let i = 0; i < width; i++) row[i]! -= factor * lead[i]!;
    }
    top++;
  }
}

/** True when a hidden cell's count follows from the shown ones by adding and subtracting lines. */
export function isDetermined(id: string, lines: Line[], hidden: ReadonlyMap<string, unknown>): boolean {
  const columns = new Map([...hidden.keys()].map((key, index) => [key, index]));
  const column = columns.get(id);
  if (column === undefined) return true;
  const rows = toRows(lines, columns);
  reduce(rows, columns.size);
  return rows.some(
    (row) =>
      Math.abs(row[column] ?? 0) > CRUMB && row.every((value, i) => i === column || Math.abs(value) <= CRUMB),
  );
}
