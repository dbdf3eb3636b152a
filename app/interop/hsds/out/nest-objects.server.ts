import { readOutgoingRows } from "~/domain/directory/index.server";
import type { Ctx } from "~/domain/kernel/context";
import { columnsOf, hsdsTable } from "./hsds-outgoing";
import { hasAttributes, hasMetadata, nestingOf } from "./hsds-nesting";
import { type HsdsRow, type Note, writeHsdsRow } from "./write-hsds-row";

/** Rows of one object as HSDS writes them, by id in order. */
export async function readObjects(
  ctx: Ctx,
  object: string,
  by: { column: string; values: readonly string[] },
  note: Note,
): Promise<HsdsRow[]> {
  const table = hsdsTable(object);
  const rows = await readOutgoingRows(ctx, { table: table.table, columns: columnsOf(table), by });
  return rows.flatMap((row) => writeHsdsRow(table, row, note) ?? []);
}

/** `direct`: its own fields and the objects it names; `full`: everything, all the way down. */
export type Depth = "direct" | "full";

/** What one answer is made of: who reads, what could not be said, and every row that attributes or a history may hang on. */
interface Nest {
  ctx: Ctx;
  note: Note;
  depth: Depth;
  /** Objects of which only their own fields are nested. */
  flat: ReadonlySet<string>;
  /** Lists left out, as object.name. */
  without: ReadonlySet<string>;
  carriers: { object: string; rows: HsdsRow[] }[];
}

const unique = (values: readonly unknown[]): string[] => [
  ...new Set(values.filter((value): value is string => typeof value === "string")),
];

function hangGroups(rows: readonly HsdsRow[], name: string, found: readonly HsdsRow[], key: string): void {
  const byId = new Map<unknown, HsdsRow>(rows.map((row) => [row.id, row]));
  for (const child of found) {
    const parent = byId.get(child[key]);
    if (!parent) continue;
    const group = parent[name] as HsdsRow[] | undefined;
    if (group) group.push(child);
    else parent[name] = [child];
  }
}

async function hangInner(nest: Nest, object: string, rows: HsdsRow[]): Promise<void> {
  for (const { name, object: inner, column } of nestingOf(object).one) {
    if (nest.without.has(`${object}.${name}`)) continue;
    const values = unique(rows.map((row) => row[column]));
    const found = await readObjects(nest.ctx, inner, { column: "id", values }, nest.note);
    await hangBelow(nest, inner, found);
    const byId = new Map(found.map((row) => [row.id, row]));
    for (const row of rows) {
      const one = byId.get(String(row[column]));
      if (one) row[name] = one;
    }
  }
}

async function hangBelow(nest: Nest, object: string, rows: HsdsRow[]): Promise<void> {
  if (rows.length === 0) return;
  nest.carriers.push({ object, rows });
  await hangInner(nest, object, rows);
  if (nest.depth === "direct" || nest.flat.has(object)) return;
  for (const { name, object: child, by: column } of nestingOf(object).lists) {
    if (nest.without.has(`${object}.${name}`)) continue;
    const values = rows.map((row) => row.id);
    const found = await readObjects(nest.ctx, child, { column, values }, nest.note);
    hangGroups(rows, name, found, column);
    await hangBelow(nest, child, found);
  }
}

/** The list in the parent, and what names the parent: our column and HSDS's field. */
interface LinkNames {
  list: string;
  column: string;
  field: string;
}

/** Attributes, then the history, of all rows at once: they may hang on any. */
async function hangLinked(nest: Nest): Promise<void> {
  const hang = async (object: string, may: (object: string) => boolean, by: LinkNames) => {
    const rows = nest.carriers.filter((carrier) => may(carrier.object)).flatMap((carrier) => carrier.rows);
    const values = unique(rows.map((row) => row.id));
    const found = await readObjects(nest.ctx, object, { column: by.column, values }, nest.note);
    hangCopies(rows, by.list, found, by.field);
    return found;
  };
  const attributes = await hang("attribute", hasAttributes, {
    list: "attributes",
    column: "link_id",
    field: "link_id",
  });
  await hangBelow(nest, "attribute", attributes);
  await hang("metadata", hasMetadata, { list: "metadata", column: "entity_id", field: "resource_id" });
}

/** As hangGroups, where one row may stand in several places under one id. */
function hangCopies(rows: readonly HsdsRow[], name: string, found: readonly HsdsRow[], key: string): void {
  if (found.length === 0) return;
  const groups = new Map<unknown, HsdsRow[]>();
  for (const child of found) groups.set(child[key], [...(groups.get(child[key]) ?? []), child]);
  for (const row of rows) {
    const group = groups.get(row.id);
    if (group) row[name] = group;
  }
}

export interface NestOptions {
  depth: Depth;
  note: Note;
  flat?: readonly string[];
  without?: readonly string[];
}

/** Hangs on rows of one object what HSDS nests in it, in place; one query a list and level, however many rows. */
export async function nestObjects(
  ctx: Ctx,
  object: string,
  rows: HsdsRow[],
  options: NestOptions,
): Promise<void> {
  const { depth, note, flat = [], without = [] } = options;
  const nest: Nest = { ctx, note, depth, flat: new Set(flat), without: new Set(without), carriers: [] };
  await hangBelow(nest, object, rows);
  if (depth === "full") await hangLinked(nest);
}
