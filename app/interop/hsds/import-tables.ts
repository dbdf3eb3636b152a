import type { ImportTable } from "~/domain/directory/import/import-table";
import { hsdsTables } from "./hsds-tables";

/** Columns of which each row names the table itself. */
const named: Readonly<Record<string, { column: string; named: string }>> = {
  attribute: { column: "link_id", named: "link_entity" },
  metadata: { column: "entity_id", named: "entity" },
};

/** The tables of HSDS as an import writes them, in dependency order. */
export const importTables: readonly ImportTable[] = hsdsTables.map((one) => ({
  name: one.name,
  table: one.table,
  columns: one.fields.map((field) => {
    const free = named[one.name]?.column === field.column ? named[one.name] : undefined;
    return {
      name: field.column,
      field: field.name,
      required: field.required,
      refers: free ? "*" : field.refers,
      ...(free ? { named: free.named } : {}),
    };
  }),
}));

const byWord = new Map<string, string>();
for (const one of hsdsTables)
  for (const word of [one.name, one.file, one.table, `${one.name}s`]) byWord.set(word, one.name);

/** The table that a source means by "service", "services" or "service_at_locations". */
export function tableNamed(word: string): string | null {
  return byWord.get(word.trim().toLowerCase().replaceAll("-", "_")) ?? null;
}
