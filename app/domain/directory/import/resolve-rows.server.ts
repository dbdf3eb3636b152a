import { joinSamePlaces } from "./join-same-places.server";
import { markColumns } from "./import-table";
import {
  literal,
  noteRows,
  type OpenColumn,
  type OpenImport,
  type OpenTable,
  quoted,
} from "./open-import.server";

const uuidForm = "'^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'";
type Place = { file: number; line: number | null };

/** Tables that make sense without what their keys point at: there a dangling key is left out, the row stays. */
const standAlone: ReadonlySet<string> = new Set([
  "organization",
  "service",
  "location",
  "taxonomy_term",
  "taxonomy",
]);

/** Rows that a JSON source repeats under several parents become one with all of them. */
async function mergeRepeated(work: OpenImport, table: OpenTable): Promise<void> {
  const stage = `s_${table.name}`;
  const columns = await work.sql<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = '${stage}'::regclass and attnum > 0`,
  );
  const merged = columns.map(({ name }) =>
    name === "sid"
      ? "sid"
      : `(array_agg(${quoted(name)} order by line nulls last) filter (where ${quoted(name)} is not null))[1]`,
  );
  // An array of lists must be of one length: lists are taken from the first row.
  const lists = new Set(table.columns.filter((column) => column.type.endsWith("[]")).map((one) => one.name));
  const first = merged.map((sql, at) => {
    const name = columns[at]?.name ?? "";
    return lists.has(name)
      ? `(select ${quoted(name)} from ${stage} x where x.sid = s.sid order by cardinality(${quoted(name)}) desc nulls last limit 1)`
      : sql;
  });
  await work.sql(`create temp table m_${table.name} on commit drop as select sid as again from ${stage}
    group by sid having count(*) > 1`);
  await work.sql(`insert into ${stage} (${columns.map(({ name }) => quoted(name)).join(", ")})
    select ${first.map((sql, at) => (columns[at]?.name === "line" ? "-1" : sql)).join(", ")}
    from ${stage} s where sid in (select again from m_${table.name}) group by sid`);
  await work.sql(
    `delete from ${stage} where line is distinct from -1 and sid in (select again from m_${table.name})`,
  );
  await work.sql(`update ${stage} set line = null where line = -1`);
}

/** The rows of a table with our ids, and our ids of what they point at. */
function resolveSql(work: OpenImport, table: OpenTable): string {
  const { jurisdiction: j, from } = work;
  const keys = table.columns.filter((column) => column.refers !== null);
  const joined = keys.filter((column) => column.refers !== table.name && column.refers !== "*");
  const columns = table.columns.map((column) => {
    const name = quoted(column.name);
    if (column.refers === null) return `s.${name}`;
    const at = joined.indexOf(column);
    return `${at < 0 ? "null::uuid" : `p${at}.ref`} as ${name}, s.${name} as ${quoted(`${column.name}__key`)}`;
  });
  const marks = Object.keys(markColumns[table.name] ?? {});
  const source = table.keyed
    ? `left join ${quoted(table.table)} e on e.jurisdiction_id = ${j} and e.source = ${from} and e.source_id = s.sid`
    : "left join (select null::uuid as id) e on false";
  return `create temp table f_${table.name} on commit drop as
    select x.*, ${table.has.has("merged_into_id") ? "coalesce(m2.merged_into_id, m.merged_into_id, x.id)" : "x.id"} as ref,
      ${table.has.has("merged_into_id") ? "m.merged_into_id is not null" : "false"} as merged
    from (select s.file, s.line, s.sid,
      case when e.id is not null then e.id when g.id is not null and coalesce(g.jurisdiction_id, ${j}) = ${j} then g.id
        when s.given is not null and g.id is null and d.id is null and t.id is null then s.given else s.derived end as id,
      e.id is not null or (g.id is not null and coalesce(g.jurisdiction_id, ${j}) = ${j}) or d.id is not null as known,
      ${[...columns, ...marks.map((mark) => `s.${mark}`)].join(", ")}
    from s_${table.name} s ${source}
    left join ${quoted(table.table)} g on g.id = s.given
    left join ids_elsewhere(${literal(table.table)}, array(select given from s_${table.name} where given is not null)) t(id) on t.id = s.given
    left join ${quoted(table.table)} d on d.id = s.derived
    ${joined.map((column, at) => `left join f_${column.refers} p${at} on p${at}.sid = s.${quoted(column.name)}`).join("\n")}) x
    ${table.has.has("merged_into_id") ? `left join ${quoted(table.table)} m on m.id = x.id left join ${quoted(table.table)} m2 on m2.id = m.merged_into_id` : ""}`;
}

/** Deletes rows of a table and names them in the report. */
export async function refuseRows(
  work: OpenImport,
  table: OpenTable,
  where: string,
  note: { column: string | null; reason: string; code: string },
): Promise<void> {
  const rows = await work.sql<Place>(
    `with gone as (delete from f_${table.name} r where ${where} returning file, line, sid),
     kept as (insert into refused select ${literal(table.name)}, sid from gone)
     select file::int, line from gone order by file, line limit 50000`,
  );
  noteRows(work, "rejected", rows, note);
}

async function refuseRepeated(work: OpenImport, table: OpenTable): Promise<void> {
  const [found] = await work.sql<{ some: boolean }>(
    `select exists (select from f_${table.name} group by id having count(*) > 1) as some`,
  );
  if (!found?.some) return;
  await refuseRows(
    work,
    table,
    `ctid in (select place from (select ctid as place, row_number() over (partition by id order by file, line, sid) as n
      from f_${table.name}) x where n > 1)`,
    { column: "id", reason: "this id came before", code: "duplicate_id" },
  );
}

/** Keys to rows of this table itself, and to rows that the portal holds though this source does not. */
async function findElsewhere(work: OpenImport, table: OpenTable, column: OpenColumn): Promise<void> {
  const [name, key] = [quoted(column.name), quoted(`${column.name}__key`)];
  const f = `f_${table.name}`;
  if (column.refers === table.name)
    await work.sql(`update ${f} r set ${name} = p.ref from ${f} p where p.sid = r.${key}`);
  const target = work.tables.get(column.refers ?? "");
  const [left] = await work.sql<{ some: boolean }>(
    `select exists (select from ${f} where ${name} is null and ${key} is not null) as some`,
  );
  if (!left?.some || !target) return;
  const bySource = target.has.has("source")
    ? `or t.id = (select x.id from ${quoted(target.table)} x where x.jurisdiction_id = ${work.jurisdiction}
        and x.source = ${work.from} and x.source_id = u.key limit 1)`
    : "";
  await work.sql(`update ${f} r set ${name} = found.id from (
      select u.key, t.id from (select distinct ${key} as key from ${f} where ${name} is null and ${key} is not null) u
      join ${quoted(target.table)} t on t.id = case when u.key ~* ${uuidForm} then u.key::uuid end ${bySource}
      where coalesce(t.jurisdiction_id, ${work.jurisdiction}) = ${work.jurisdiction}) found
    where r.${name} is null and r.${key} = found.key`);
}

/** Refuses rows whose keys point nowhere, or leaves the key out where the row stands without it; says so either way. */
async function checkKeys(work: OpenImport, table: OpenTable): Promise<void> {
  const keys = table.columns.filter((column) => column.refers !== null && column.refers !== "*");
  for (const column of keys) await findElsewhere(work, table, column);
  const dangles = (column: OpenColumn) =>
    `r.${quoted(column.name)} is null and r.${quoted(`${column.name}__key`)} is not null`;
  for (const column of keys.filter((one) => one.required)) {
    const what = (column.refers ?? "").replaceAll("_", " ");
    const code = column.refers ?? "";
    const gone = { column: column.field, reason: `no such ${what}`, code: `unknown_${code}` };
    await refuseRows(work, table, dangles(column), gone);
    const none = { column: column.field, reason: `no ${what}`, code: `no_${code}` };
    await refuseRows(work, table, `r.${quoted(column.name)} is null`, none);
  }
  const loose = keys.filter((one) => !one.required);
  for (const column of loose) {
    const what = (column.refers ?? "").replaceAll("_", " ");
    const note = { column: column.field, reason: `no such ${what}`, code: `unknown_${column.refers ?? ""}` };
    const parentless = keys.map((one) => `r.${quoted(one.name)} is null`).join(" and ");
    if (!standAlone.has(table.name))
      await refuseRows(work, table, `${dangles(column)} and ${parentless}`, note);
    const rows = await work.sql<Place>(
      `select file::int, line from f_${table.name} r where ${dangles(column)} order by file, line limit 50000`,
    );
    noteRows(work, "warnings", rows, { ...note, reason: `${note.reason}: left out` });
  }
}

/** A parent that is its own descendant: the key that closes the ring is cut. */
async function cutCycles(work: OpenImport, table: OpenTable): Promise<void> {
  const column = table.columns.find((one) => one.refers === table.name);
  if (!column) return;
  const name = quoted(column.name);
  const rows = await work.sql<Place & { id: string }>(
    `with recursive up as (
       select id as start, ${name} as at, 1 as depth from f_${table.name} where ${name} is not null
       union all
       select up.start, r.${name}, depth + 1 from up join f_${table.name} r on r.id = up.at
       where r.${name} is not null and up.at <> up.start and depth < 60)
     select distinct r.file::int, r.line, r.id from up join f_${table.name} r on r.id = up.start
     where up.at = up.start or up.depth >= 60 order by 1, 2`,
  );
  if (rows.length === 0) return;
  const cut = new Set<string>();
  for (const row of rows) {
    // Cutting one key may have opened the ring for the next row already.
    const [still] = await work.sql<{ ring: boolean }>(
      `with recursive up as (select ${name} as at, 1 as depth from f_${table.name} where id = '${row.id}'
         union all select r.${name}, depth + 1 from up join f_${table.name} r on r.id = up.at where up.at <> '${row.id}' and depth < 1000)
       select exists (select from up where at = '${row.id}') as ring`,
    );
    if (!still?.ring || cut.has(row.id)) continue;
    cut.add(row.id);
    await work.sql(`update f_${table.name} set ${name} = null where id = '${row.id}'`);
    noteRows(work, "warnings", [row], {
      column: column.field,
      reason: "is its own ancestor: the parent is left out",
      code: "cycle",
    });
  }
}

/** Keys whose table the row names itself (attributes, metadata). */
async function findNamed(work: OpenImport, table: OpenTable, column: OpenColumn): Promise<void> {
  const [name, key, named] = [column.name, `${column.name}__key`, column.named ?? ""].map(quoted);
  const rows = await work.sql<{ entity: string | null }>(
    `select distinct ${named} as entity from f_${table.name} order by 1`,
  );
  for (const { entity } of rows) {
    const target = entity === null ? undefined : work.tables.get(entity);
    const where = `r.${named} is not distinct from ${entity === null ? "null" : literal(entity)}`;
    const reason = `no table of the directory is called ${(entity ?? "").slice(0, 40) || "so"}`;
    if (!target) {
      await refuseRows(work, table, where, { column: column.named ?? null, reason, code: "unknown_table" });
      continue;
    }
    if (target.name === table.name) continue;
    await work.sql(
      `update f_${table.name} r set ${name} = p.ref from f_${target.name} p where p.sid = r.${key} and ${where}`,
    );
    await work.sql(`update f_${table.name} r set ${name} = t.id from ${quoted(target.table)} t
      where r.${name} is null and ${where} and t.id = case when r.${key} ~* ${uuidForm} then r.${key}::uuid end
        and coalesce(t.jurisdiction_id, ${work.jurisdiction}) = ${work.jurisdiction}`);
  }
  const note = { column: column.field, reason: "points at a row that is not there", code: "unknown_row" };
  await refuseRows(work, table, `r.${name} is null`, note);
}

/** Gives every gathered row our id and our keys; what cannot be placed is refused by its line. In dependency order. */
export async function resolveRows(work: OpenImport): Promise<void> {
  for (const table of work.tables.values()) {
    await work.sql(`analyze s_${table.name}`);
    if (work.nested) await mergeRepeated(work, table);
    await work.sql(resolveSql(work, table));
    await work.sql(`drop table s_${table.name}`);
    await refuseRepeated(work, table);
    await checkKeys(work, table);
    if (table.name === "service_at_location") await joinSamePlaces(work);
    for (const column of table.columns) if (column.refers === "*") await findNamed(work, table, column);
    await cutCycles(work, table);
    await work.sql(`analyze f_${table.name}`);
  }
}
