import { literal, type OpenImport, type OpenTable, quoted } from "./open-import.server";
import { changeable, textOf, updateValue } from "./written-values.server";

/**
 * Rows the portal holds that differ from the source (`c_<table>`), and each field that does (`d_<table>`). Terms of the whole
 * portal are no source's to change, nor is what is known of a hidden place.
 */
export async function findDifferences(work: OpenImport, table: OpenTable): Promise<number> {
  const columns = changeable(table);
  const list = (value: (column: (typeof columns)[number]) => string) => columns.map(value).join(", ");
  await work.sql(`create temp table c_${table.name} on commit drop as
    select r.id from f_${table.name} r join ${quoted(table.table)} t on t.id = r.id
    where r.known and not r.merged ${table.name.startsWith("taxonomy") ? "and t.jurisdiction_id is not null" : ""}
      ${table.name === "location" ? "and t.visibility <> 'hidden'" : ""} and ${
        columns.length > 0
          ? `row(${list((c) => `t.${quoted(c.name)}`)}) is distinct from row(${list(updateValue)})`
          : "false"
      }`);
  const [counted] = await work.sql<{ count: number }>(`select count(*)::int as count from c_${table.name}`);
  const count = counted?.count ?? 0;
  const values = columns.map(
    (c) =>
      `(${literal(c.field)}, ${literal(c.name)}, ${textOf(c, `t.${quoted(c.name)}`)}, ${textOf(c, updateValue(c))})`,
  );
  await work.sql(`create temp table d_${table.name} on commit drop as
    ${
      count > 0
        ? `select r.id, r.file, r.line, v.field, v.name, v.ours, v.theirs, false as kept
      from c_${table.name} c join f_${table.name} r on r.id = c.id join ${quoted(table.table)} t on t.id = r.id
      cross join lateral (values ${values.join(", ")}) v(field, name, ours, theirs)
      where v.ours is distinct from v.theirs`
        : "select null::uuid as id, null::int2 as file, null::int as line, null::text as field, null::text as name, null::text as ours, null::text as theirs, false as kept where false"
    }`);
  return count;
}
