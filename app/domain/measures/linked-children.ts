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

/** A count as it may be shown: hidden for being 1 to 10 itself, or so that another cannot be worked out. */
export type ShownCount = number | "small" | "hidden";
export type LinkedLine = {
  group: LinkGroup | "all";
  value: string;
  children: ShownCount;
  standings: Record<LinkStanding, ShownCount>;
};

/** Values of a group in the order in which they are read. */
const order: Readonly<Record<LinkGroup, readonly string[]>> = {
  age: ["0", "1-5", "6-11", "12-17", "unknown"],
  missing: ["nothing", "last_name", "birth_date", "last_name_and_birth_date"],
  name: ["common", "rare", "two_parts", "other_letters", "unknown"],
  moved: ["same_zip", "other_zip", "unknown"],
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
 * it at once: each line adds up to its total, and the values of a group to the whole.
 */
export function tabulateLinked(rows: readonly CountedChildren[]): LinkedLine[] {
  const table: Table = { cells: [], lines: [] };
  addLine(table, "all", "all", rows);
  const lines: { group: LinkedLine["group"]; value: string }[] = [{ group: "all", value: "all" }];
  for (const group of linkGroups) {
    const values = order[group].filter((value) => rows.some((row) => row[group] === value));
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
  const show = (id: string): ShownCount => {
    const why = hidden.get(id);
    return why === undefined ? (counts.get(id) ?? 0) : why === "primary" ? "small" : "hidden";
  };
  return lines.map(({ group, value }) => ({
    group,
    value,
    children: show(idOf(group, value, "all")),
    standings: Object.fromEntries(
      linkStandings.map((standing) => [standing, show(idOf(group, value, standing))]),
    ) as LinkedLine["standings"],
  }));
}
