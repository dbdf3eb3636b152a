import { keptColumns, storageOf, type RecordTable } from "../extract-columns";

/**
 * A temporary table of the same name and keys as a kept one: what is written without a schema goes there, so that the
 * statements of an import rebuild it there. It goes with the transaction.
 */
export const createShadowSql = (table: RecordTable): string => {
  const { table: name } = storageOf(table);
  return `create temp table ${name} (like public.${name} including defaults including indexes) on commit drop`;
};
export const dropShadowSql = (table: RecordTable): string => `drop table pg_temp.${storageOf(table).table}`;

function partsOf(table: RecordTable) {
  const { table: name, rowKey } = storageOf(table);
  const columns = keptColumns(table);
  const isKey = (column: string): boolean =>
    columns.some((one) => one.name === column && (one.key || one.needed));
  const same = rowKey.map((column) =>
    isKey(column) ? `n.${column} = t.${column}` : `n.${column} is not distinct from t.${column}`,
  );
  const written = [...columns.map((column) => column.name), "row_hash", "import_run_id"];
  return { name, same: `n.jurisdiction_id = t.jurisdiction_id and ${same.join(" and ")}`, written };
}

/** What brings the kept table to what the rebuilt one says; a row that both have keeps its id. $1 is the jurisdiction. */
export function applyShadowSql(table: RecordTable): { remove: string; update: string; insert: string } {
  const { name, same, written } = partsOf(table);
  const of = (alias: string): string => written.map((column) => `${alias}.${column}`).join(", ");
  return {
    remove: `delete from public.${name} t where t.jurisdiction_id = $1::uuid
      and not exists (select from pg_temp.${name} n where ${same})`,
    update: `update public.${name} t set ${written.map((column) => `${column} = n.${column}`).join(", ")}
      from pg_temp.${name} n where t.jurisdiction_id = $1::uuid and ${same}
      and (${of("t")}) is distinct from (${of("n")})`,
    insert: `insert into public.${name} (id, jurisdiction_id, ${written.join(", ")})
      select n.id, n.jurisdiction_id, ${of("n")} from pg_temp.${name} n where n.jurisdiction_id = $1::uuid
      and not exists (select from public.${name} t where ${same})`,
  };
}
