import { field, type HsdsField, type HsdsTable } from "../hsds-field";
import { hsdsTables } from "../hsds-tables";

/** Told only outward: the town of a place whose address is not published. Nothing reads it back. */
const town = field("town", "text", { own: true });

const withTown = (table: HsdsTable): HsdsTable =>
  table.name === "location" ? { ...table, fields: [...table.fields, town] } : table;

/** hsds-tables.ts as it leaves. */
export const outgoingHsdsTables: readonly HsdsTable[] = hsdsTables.map(withTown);

const byName = new Map(outgoingHsdsTables.map((table) => [table.name, table]));

export function hsdsTable(name: string): HsdsTable {
  const table = byName.get(name);
  if (!table) throw new Error(`HSDS has no table ${name}.`);
  return table;
}

export const columnsOf = (table: HsdsTable): string[] => [
  ...new Set(table.fields.map((one: HsdsField) => one.column)),
];

/** A list of the specification's is one text with commas; a list of ours is a list. */
export const isJoined = (table: HsdsTable, one: HsdsField): boolean =>
  one.kind === "list" && !one.own && !table.own;
