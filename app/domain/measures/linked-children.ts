import { suppressTable, type Cell, type Table } from "./suppress-table";

/** How it stands with a child of a referred family: what it was linked by, or why it is not. */
export const linkStandings = [
  "exact",
  "scored",
  "reviewed",
  "waiting",
  "too_little_said",
  "not_found",
  "family_said_no",
] as const;
export type LinkStanding = (typeof linkStandings)[number];

export const linkGroups = ["age", "missing", "name", "moved"] as const;
export type LinkGroup = (typeof linkGroups)[number];

/** Children of one value of each group that stand alike. */
export type CountedChildren = Record<LinkGroup, string> & { standing: LinkStanding; children: number };

/** A line of the table; null is hidden. */
export type LinkedLine = {
  group: LinkGroup | "all";
  value: string;
  children: number | null;
  standings: Record<LinkStanding, number | null>;
};

const sum = (rows: readonly CountedChildren[]): number => rows.reduce((n, row) => n + row.children, 0);

const idOf = (group: string, value: string, standing: string): string => `${group}|${value}|${standing}`;

function addLine(table: Table, group: string, value: string, rows: readonly CountedChildren[]): void {
  const cells: Cell[] = linkStandings.map((standing) => ({
    id: idOf(group, value, standing),
    count: sum(rows.filter((row) => row.standing === standing)),
  }));
  const total = idOf(group, value, "all");
  table.cells.push({ id: total, count: sum(rows) }, ...cells);
  table.lines.push({ total, parts: cells.map(({ id }) => id) });
}

/**
 * The table of who could be linked, by what, and who could not, whole and by group, with small numbers hidden over all of
 * it at once: each line adds up to its total, and the values of a group to the whole. Values stand in alphabetical order.
 */
export function tabulateLinked(rows: readonly CountedChildren[]): LinkedLine[] {
  const table: Table = { cells: [], lines: [] };
  addLine(table, "all", "all", rows);
  const lines: { group: LinkedLine["group"]; value: string }[] = [{ group: "all", value: "all" }];
  for (const group of linkGroups) {
    const values = [...new Set(rows.map((row) => row[group]))].sort();
    for (const value of values) {
      addLine(
        table,
        group,
        value,
        rows.filter((row) => row[group] === value),
      );
      lines.push({ group, value });
    }
    for (const standing of ["all", ...linkStandings])
      if (values.length > 0)
        table.lines.push({
          total: idOf("all", "all", standing),
          parts: values.map((value) => idOf(group, value, standing)),
        });
  }
  const hidden = suppressTable(table.cells, table.lines);
  const counts = new Map(table.cells.map(({ id, count }) => [id, count]));
  const show = (id: string): number | null => (hidden.has(id) ? null : (counts.get(id) ?? 0));
  return lines.map(({ group, value }) => ({
    group,
    value,
    children: show(idOf(group, value, "all")),
    standings: Object.fromEntries(
      linkStandings.map((standing) => [standing, show(idOf(group, value, standing))]),
    ) as LinkedLine["standings"],
  }));
}
