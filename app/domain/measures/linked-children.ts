import { suppressTable } from "./suppress-table";
import type { Table } from "./table-parts";

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

/** What a group is told by: finer, its small numbers would hide the whole. */
export const linkClasses = ["found", "waiting", "not_found"] as const;
export type LinkClass = (typeof linkClasses)[number];
const classOf: Readonly<Record<LinkStanding, LinkClass>> = {
  ...{ exact: "found", scored: "found", reviewed: "found", waiting: "waiting" },
  ...{ too_little_said: "not_found", not_found: "not_found", family_said_no: "not_found" },
};
export const standingsOf = (one: LinkClass): LinkStanding[] =>
  linkStandings.filter((standing) => classOf[standing] === one);

export const linkGroups = ["age", "missing", "name", "moved"] as const;
export type LinkGroup = (typeof linkGroups)[number];

/** Children of one value of each group that stand alike. */
export type CountedChildren = Record<LinkGroup, string> & { standing: LinkStanding; children: number };

/** A count as it may be shown: hidden for being 1 to 10 itself, or so that another cannot be worked out. */
export type ShownCount = number | "small" | "hidden";
export type LinkedLine = {
  group: LinkGroup;
  value: string;
  children: ShownCount;
  classes: Record<LinkClass, ShownCount>;
};
export type LinkedTable = {
  children: ShownCount;
  classes: Record<LinkClass, ShownCount>;
  standings: Record<LinkStanding, ShownCount>;
  lines: LinkedLine[];
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

/** A line that adds up to its total: the count of `rows`, in parts of the standings that each part `is`. */
function addLine(
  table: Table,
  total: string,
  rows: readonly CountedChildren[],
  parts: readonly { id: string; is: (standing: LinkStanding) => boolean }[],
): void {
  if (!table.cells.some(({ id }) => id === total)) table.cells.push({ id: total, count: sum(rows) });
  for (const { id, is } of parts)
    table.cells.push({ id, count: sum(rows.filter(({ standing }) => is(standing))) });
  table.lines.push({ total, parts: parts.map(({ id }) => id) });
}

const byClass = (group: string, value: string) =>
  linkClasses.map((one) => ({
    id: idOf(group, value, one),
    is: (standing: LinkStanding) => classOf[standing] === one,
  }));
const valuesOf = (group: LinkGroup, rows: readonly CountedChildren[]): string[] =>
  order[group].filter((value) => rows.some((row) => row[group] === value));

function tableOf(rows: readonly CountedChildren[]): Table {
  const table: Table = { cells: [], lines: [] };
  addLine(table, idOf("all", "all", "all"), rows, byClass("all", "all"));
  for (const one of linkClasses) {
    const parts = standingsOf(one).map((standing) => ({
      id: idOf("standing", standing, "all"),
      is: (other: LinkStanding) => other === standing,
    }));
    addLine(
      table,
      idOf("all", "all", one),
      rows.filter(({ standing }) => classOf[standing] === one),
      parts,
    );
  }
  for (const group of linkGroups) {
    const values = valuesOf(group, rows);
    for (const value of values)
      addLine(
        table,
        idOf(group, value, "all"),
        rows.filter((row) => row[group] === value),
        byClass(group, value),
      );
    for (const one of ["all", ...linkClasses])
      if (values.length > 0)
        table.lines.push({
          total: idOf("all", "all", one),
          parts: values.map((value) => idOf(group, value, one)),
        });
  }
  addSameChildren(table, rows);
  return table;
}

/** Who has no surname is told under two groups: what one hides, the other must not show. */
function addSameChildren(table: Table, rows: readonly CountedChildren[]): void {
  const nameless = valuesOf("missing", rows).filter((value) => value.startsWith("last_name"));
  if (nameless.length === 0) return;
  for (const one of ["all", ...linkClasses])
    table.lines.push({
      total: idOf("name", "unknown", one),
      parts: nameless.map((value) => idOf("missing", value, one)),
    });
}

/**
 * The table of who could be linked, by what, and who could not, whole and by group, with small numbers hidden over all of
 * it at once: each line adds up to its total, and the values of a group to the whole.
 */
export function tabulateLinked(rows: readonly CountedChildren[]): LinkedTable {
  const { cells, lines } = tableOf(rows);
  const hidden = suppressTable(cells, lines);
  const counts = new Map(cells.map(({ id, count }) => [id, count]));
  const show = (...of: [string, string, string]): ShownCount => {
    const id = idOf(...of);
    const why = hidden.get(id);
    return why === undefined ? (counts.get(id) ?? 0) : why === "primary" ? "small" : "hidden";
  };
  const classes = (group: string, value: string): LinkedLine["classes"] => ({
    found: show(group, value, "found"),
    waiting: show(group, value, "waiting"),
    not_found: show(group, value, "not_found"),
  });
  return {
    children: show("all", "all", "all"),
    classes: classes("all", "all"),
    standings: Object.fromEntries(
      linkStandings.map((standing) => [standing, show("standing", standing, "all")]),
    ) as LinkedTable["standings"],
    lines: linkGroups.flatMap((group) =>
      valuesOf(group, rows).map((value) => ({
        ...{ group, value, children: show(group, value, "all"), classes: classes(group, value) },
      })),
    ),
  };
}
