import type { Line } from "./recover-cells";

/** A whole number of people; `virtual` is never printed but can be worked out from its line (a remainder). */
export type Cell = { id: string; count: number; virtual?: boolean };

/** What one step over it may hide: cells, and the lines by which they add up. */
export type Table = { cells: Cell[]; lines: Line[] };

/** A table as the parts that no line ties together, each with its own cells and lines. */
export function tableParts({ cells, lines }: Table): Table[] {
  const first = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let up = first.get(root); up !== undefined; up = first.get(root)) root = up;
    if (root !== id) first.set(id, root);
    return root;
  };
  for (const { total, parts } of lines)
    for (const part of parts) {
      const [one, other] = [rootOf(total), rootOf(part)];
      if (one !== other) first.set(other, one);
    }
  const found = new Map<string, Table>();
  const partOf = (id: string): Table => {
    const root = rootOf(id);
    const part = found.get(root) ?? { cells: [], lines: [] };
    found.set(root, part);
    return part;
  };
  for (const cell of cells) partOf(cell.id).cells.push(cell);
  for (const line of lines) partOf(line.total).lines.push(line);
  return [...found.values()];
}
