/**
 * A cell that a spreadsheet would run gets an apostrophe in front, so does one that would be taken for such a cell: the
 * way back is exact. A phone or number ("+1 410 555 0100", "-5") runs nothing and stays.
 */
const runs = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const plainNumber = /^[+-][\d\s().,\-]*$/;

export const disarmFormula = (cell: string): string =>
  runs.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell;

/** What was said before `disarmFormula`. */
export const rearmFormula = (cell: string): string =>
  cell.startsWith("'") && runs.test(cell) && disarmFormula(cell.slice(1)) === cell ? cell.slice(1) : cell;
