import { literal, noteRows, type OpenImport, type OpenTable, quoted } from "./open-import.server";
import { belongsTo, details, found, newValues } from "./written-values.server";

const people = "changed_by in ('provider', 'agency') and source = 'portal'";

/** Which listings, places and single fields are people's: confirmed as a whole, or changed one by one since. */
export async function findConfirmed(work: OpenImport): Promise<void> {
  const { jurisdiction: j } = work;
  await work.sql(`create temp table kept_service on commit drop as
    select s.id from service s where s.jurisdiction_id = ${j} and s.assured_at is not null and s.merged_into_id is null`);
  await work.sql(`create temp table kept_place on commit drop as
    select distinct p.location_id as id from service_at_location p join kept_service k on k.id = p.service_id`);
  // The last word on each field: a person's keeps it from the source, the import's own does not.
  await work.sql(`create temp table kept_field on commit drop as
    select * from (select distinct on (entity_id, field) entity, entity_id, service_id, split_part(field, '.', 1) as field,
        previous, changed_by, source, action
      from field_change where jurisdiction_id = ${j} and entity_id in (select entity_id from field_change
        where jurisdiction_id = ${j} and ${people})
      order by entity_id, field, at desc, id desc) last where ${people} and action <> 'confirm'`);
  await work.sql(`create temp table kept_detail on commit drop as
    select distinct service_id as id, entity from field_change where jurisdiction_id = ${j} and ${people} and service_id is not null`);
  for (const name of ["kept_service", "kept_place", "kept_field", "kept_detail"])
    await work.sql(`analyze ${name}`);
}

/** Listings whose rows of this table are people's. */
async function keepersOf(work: OpenImport, table: OpenTable): Promise<boolean> {
  await work.sql(`drop table if exists keep_s, keep_l`);
  await work.sql(`create temp table keep_s on commit drop as select id from kept_service
    union select id from kept_detail where entity = ${literal(table.name)}`);
  await work.sql(`create temp table keep_l on commit drop as select id from kept_place
    union select p.location_id from service_at_location p join kept_detail k on k.id = p.service_id and k.entity = ${literal(table.name)}`);
  return found(work, "select from keep_s");
}

const says = (table: OpenTable): string => {
  const word = ["number", "name", "document", "description", "option", "url", "address1", "city"].find(
    (name) => table.columns.some((column) => column.name === name),
  );
  return word ? `x.${quoted(word)}::text` : "null";
};

/** A gathered row `x` as it would be written. */
const wholeRow = (work: OpenImport, table: OpenTable): string =>
  `(select to_jsonb(w) from (select ${newValues(work, table)
    .map(([name, value]) => `${value} as ${quoted(name)}`)
    .join(", ")} from (select x.*) r) w)`;

/** Writes what differs to the conflict list and the report, unless it is known, decided, or no news to the person. */
async function listConflicts(work: OpenImport, table: OpenTable, query: string): Promise<void> {
  const { jurisdiction: j, from, now } = work;
  const secret = ["location", "address", "accessibility"].includes(table.name)
    ? `and x.id not in (select id from hidden_place) and not exists (select from ${quoted(table.table)} t
        where t.id = x.id and t.${table.name === "location" ? "id" : "location_id"} in (select id from hidden_place))`
    : "";
  const rows = await work.sql<{ file: number; line: number | null; column: string }>(`
    with news as (
      select x.* from (${query}) x
      where not exists (select from field_change h where h.jurisdiction_id = ${j} and h.${people.replace(" and source", " and h.source")}
          and h.previous is not distinct from x.theirs and (h.entity_id = x.id and split_part(h.field, '.', 1) = x.field
            or x.field = 'row' and h.service_id = x.service_id and h.entity = ${literal(table.name)})) ${secret}),
    kept as (
      insert into import_conflict as c (id, jurisdiction_id, import_run_id, source, entity, entity_id, service_id, field, ours, theirs, at, row)
      select gen_random_uuid(), ${j}, ${literal(work.runId)}::uuid, ${from}, ${literal(table.name)}, id, service_id, field,
        left(ours, 20000), left(theirs, 20000), ${now}, news.row from news
      on conflict (jurisdiction_id, entity_id, field, source) do update set ours = excluded.ours, theirs = excluded.theirs,
        at = excluded.at, row = excluded.row, import_run_id = excluded.import_run_id, decided_at = null, decided_by_id = null, decision = null
      where c.theirs is distinct from excluded.theirs or (c.decision is null or c.decision = 'overtaken')
      returning entity_id, field)
    select n.file::int, n.line, n.field as column from news n join kept k on k.entity_id = n.id and k.field = n.field
    order by n.file, n.line`);
  noteRows(work, "warnings", rows, {
    column: null,
    reason: "differs from what its provider has confirmed or edited here: kept as it is",
    code: "kept_confirmed",
  });
}

const serviceOf = (table: OpenTable): string => {
  if (table.name === "service") return "x.id";
  if (table.name === "organization") return "null::uuid";
  if (table.name === "attribute") return "case when x.link_entity = 'service' then x.link_id end";
  const at = "select p.service_id from service_at_location p where";
  const parts = [
    table.has.has("service_id") ? "x.service_id" : "",
    table.has.has("service_at_location_id") ? `(${at} p.id = x.service_at_location_id)` : "",
    table.name === "location" ? `(${at} p.location_id = x.id order by p.id limit 1)` : "",
    table.has.has("location_id") ? `(${at} p.location_id = x.location_id order by p.id limit 1)` : "",
  ].filter(Boolean);
  return parts.length > 0 ? `coalesce(${parts.join(", ")})` : "null::uuid";
};
export { serviceOf };

/**
 * Keeps from this table's changes what people have confirmed or edited: whole listings with their details, or single fields.
 * What the source says instead becomes a conflict for a person to decide, but for when it says it checked. A row decided for the source is not kept.
 */
export async function keepConfirmed(work: OpenImport, table: OpenTable): Promise<void> {
  const taken = `select entity_id from import_conflict where jurisdiction_id = ${work.jurisdiction} and source = ${work.from}
    and decision = 'theirs' and field = 'row'`;
  const whole = await keepersOf(work, table);
  const detail = details.includes(table.name);
  const theirs = detail
    ? belongsTo(table, "keep_s", "keep_l")
    : table.name === "service"
      ? "x.id in (select id from kept_service)"
      : table.name === "location"
        ? "x.id in (select id from kept_place)"
        : "false";
  await work.sql(`update d_${table.name} d set kept = true where ${whole ? `d.id in (select x.id from ${quoted(table.table)} x where ${theirs}) or` : ""}
    exists (select from kept_field k where k.entity_id = d.id and k.field in (d.field, d.name))`);
  await listConflicts(
    work,
    table,
    `select d.id, d.file, d.line, d.field, d.ours, d.theirs, (select ${serviceOf(table)} from ${quoted(table.table)} x where x.id = d.id) as service_id, null::jsonb as row
     from d_${table.name} d where d.kept and d.field not in ('assured_date', 'assurer_email')`,
  );
  await overtake(work, table);
  if (whole && detail) {
    const fresh = `not x.known and ${theirs} and x.id not in (${taken})`;
    await listConflicts(
      work,
      table,
      `select x.id, x.file, x.line, 'row' as field, null::text as ours, ${says(table)} as theirs, ${serviceOf(table)} as service_id,
         ${wholeRow(work, table)} as row
       from f_${table.name} x where ${fresh}`,
    );
    await work.sql(`update f_${table.name} x set merged = true where ${fresh}`);
  }
  const fields = await work.sql<{ name: string }>(`select distinct name from d_${table.name} where kept`);
  for (const { name } of fields)
    await work.sql(`update f_${table.name} r set ${quoted(name)} = t.${quoted(name)}${
      table.columns.find((column) => column.name === name)?.isEnum ? "::text" : ""
    } from ${quoted(table.table)} t, d_${table.name} d
      where d.kept and d.name = ${literal(name)} and t.id = d.id and r.id = d.id`);
  await work.sql(
    `delete from c_${table.name} c where not exists (select from d_${table.name} d where d.id = c.id and not d.kept)`,
  );
}

/** Open conflicts on which source and portal agree by now. */
async function overtake(work: OpenImport, table: OpenTable): Promise<void> {
  await work.sql(`update import_conflict c set decision = 'overtaken', decided_at = ${work.now}
    from f_${table.name} r where c.jurisdiction_id = ${work.jurisdiction} and c.source = ${work.from} and c.decided_at is null
      and c.entity = ${literal(table.name)} and c.entity_id = r.id and c.field <> 'row'
      and not exists (select from d_${table.name} d where d.id = r.id and d.field = c.field)`);
}
