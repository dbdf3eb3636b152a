import { isSmall, smallestShown } from "../kernel/small-numbers";
import { type Line, recoverCells } from "./recover-cells";
import { type Cell, type Table, tableParts } from "./table-parts";

/** Suppression of measures.md 9.8: one step over a whole table, before any page, chart, export or message. */
export type SuppressionReason = "primary" | "complementary" | "derivable";

export type Hidden = ReadonlyMap<string, SuppressionReason>;

type State = { cells: Map<string, Cell>; lines: Line[]; hidden: Map<string, SuppressionReason> };

/**
 * Says which cells must not be shown, and why. Counts of 1 to 10 are hidden and zeros are shown; then further cells are
 * hidden until no small cell can be worked out from the lines, and no line hides less than 11 people in all.
 */
export function suppressTable(cells: Cell[], lines: Line[]): Map<string, SuppressionReason> {
  const hidden = new Map<string, SuppressionReason>();
  for (const part of tableParts({ cells, lines }))
    for (const [id, reason] of suppressPart(part)) hidden.set(id, reason);
  return hidden;
}

/** Cells that no line ties to others are asked by themselves. */
function suppressPart({ cells, lines }: Table): Map<string, SuppressionReason> {
  const state: State = { cells: new Map(cells.map((cell) => [cell.id, cell])), lines, hidden: new Map() };
  for (const cell of cells) if (isSmall(cell.count)) state.hidden.set(cell.id, "primary");
  if (state.hidden.size === 0) return state.hidden;
  const small = new Set(state.hidden.keys());
  const derivable = new Set(
    lines
      .filter((line) => line.parts.some((id) => small.has(id) && state.cells.get(id)?.virtual))
      .flatMap((line) => line.parts),
  );
  for (let changed = true; changed; )
    changed = protectLines(state, derivable) || protectCells(state, derivable);
  return state.hidden;
}

/** A line that hides exactly one cell, or too few people, hides one more. */
function protectLines(state: State, derivable: Set<string>): boolean {
  for (const line of state.lines) {
    const hiddenParts = line.parts.filter((id) => state.hidden.has(id));
    if (state.hidden.has(line.total)) {
      if (hiddenParts.length === 0 && hideOneMore(state, line, derivable)) return true;
      continue;
    }
    if (hiddenParts.length === 0) continue;
    const counts = hiddenParts.map((id) => state.cells.get(id)?.count ?? 0);
    const people = counts.reduce((sum, count) => sum + count, 0);
    const isThin = hiddenParts.length === 1 || people < smallestShown || counts.every((count) => count <= 3);
    if (isThin && hideOneMore(state, line, derivable)) return true;
  }
  return false;
}

/** Lines that share cells can be added and subtracted, so the whole part is asked, not one line. */
function protectCells(state: State, derivable: Set<string>): boolean {
  const counts = new Map([...state.cells.values()].map(({ id, count }) => [id, count]));
  for (const id of recoverCells(state.lines, [...state.hidden.keys()], counts)) {
    const line = state.lines.find((l) => [l.total, ...l.parts].includes(id) && hasShown(state, l));
    const other = line ?? state.lines.find((l) => hasShown(state, l));
    if (other) return hideOneMore(state, other, derivable);
  }
  return false;
}

function hasShown(state: State, line: Line): boolean {
  return [line.total, ...line.parts].some((id) => !state.hidden.has(id));
}

/** Hides the lowest part still shown that is not zero; then the total; then a zero, when there is nothing else. */
function hideOneMore(state: State, line: Line, derivable: Set<string>): boolean {
  const shown = line.parts
    .filter((id) => !state.hidden.has(id))
    .sort((a, b) => count(state, a) - count(state, b));
  const next =
    shown.find((id) => count(state, id) > 0) ??
    (state.hidden.has(line.total) ? undefined : line.total) ??
    shown[0];
  if (next === undefined) return false;
  state.hidden.set(next, derivable.has(next) ? "derivable" : "complementary");
  return true;
}

function count(state: State, id: string): number {
  return state.cells.get(id)?.count ?? 0;
}
