import { touchListings } from "./write-rows.server";
import { addNote, literal, noteRows, type OpenImport, quoted, tableOf } from "./open-import.server";
import { belongsTo, details } from "./written-values.server";

/** More than this share (and this many) leaving at once is a cut-off file rather than news. */
const mostShare = 0.3;
const mostFew = 20;
const unreadable: ReadonlySet<string> = new Set(["columns", "quotes", "no_id", "nul_byte", "formula_cell"]);

/** Listings that are back in their source are shown again. */
export async function welcomeBack(work: OpenImport): Promise<void> {
  const { jurisdiction: j } = work;
  await work.sql(`with back as (
      update service t set left_source_at = null, listing_state = case when t.listing_state = 'unpublished' then 'published' else t.listing_state end,
        last_modified = ${work.now}, version = t.version + 1
      from f_service r where t.id = r.id and t.left_source_at is not null and t.merged_into_id is null returning t.id)
    insert into touched (id, modified) select id, true from back`);
  await work.sql(`update organization t set left_source_at = null from f_organization r
    where t.id = r.id and t.jurisdiction_id = ${j} and t.left_source_at is not null`);
}

async function countLeft(work: OpenImport): Promise<{ left: number; all: number }> {
  await work.sql(`create temp table left_service on commit drop as
    select s.id, s.source_id, s.assured_at is not null as confirmed, s.status::text as status from service s
    where s.jurisdiction_id = ${work.jurisdiction} and s.source = ${work.from} and s.left_source_at is null and s.merged_into_id is null
      and not exists (select from f_service r where r.id = s.id)
      and not exists (select from refused r where r.entity = 'service' and r.sid in (s.source_id, s.id::text))`);
  const [counted] = await work.sql<{
    left: number;
    all: number;
  }>(`select (select count(*)::int from left_service) as left,
    (select count(*)::int from service where jurisdiction_id = ${work.jurisdiction} and source = ${work.from} and left_source_at is null) as all`);
  return counted ?? { left: 0, all: 0 };
}

async function withdrawServices(work: OpenImport): Promise<void> {
  const { jurisdiction: j, from, now } = work;
  const file = "services";
  const kept = await work.sql<{ key: string | null }>(`
    with news as (insert into import_conflict as c (id, jurisdiction_id, import_run_id, source, entity, entity_id, service_id, field, ours, theirs, at)
      select gen_random_uuid(), ${j}, ${literal(work.runId)}::uuid, ${from}, 'service', id, id, 'status', status, 'inactive', ${now}
      from left_service where confirmed
      on conflict (jurisdiction_id, entity_id, field, source) do update set ours = excluded.ours, theirs = excluded.theirs, at = excluded.at,
        import_run_id = excluded.import_run_id, decided_at = null, decided_by_id = null, decision = null
      where c.theirs is distinct from excluded.theirs or c.decision is null or c.decision = 'overtaken' returning entity_id)
    select l.source_id as key from left_service l join news n on n.entity_id = l.id order by 1`);
  for (const { key } of kept)
    addNote(work, "warnings", {
      file,
      line: null,
      column: "status",
      reason: `${key ?? ""} is no longer in the source, but its provider has confirmed it here: kept`,
      code: "kept_confirmed",
    });
  const gone = await work.sql<{ key: string | null }>(`
    with done as (update service t set status = 'inactive', left_source_at = ${now}, last_modified = ${now}, version = t.version + 1,
        listing_state = case when t.listing_state in ('published', 'in_review', 'draft') then 'unpublished' else t.listing_state end
      from left_service l where l.id = t.id and not l.confirmed returning t.id, t.source_id, l.status),
    told as (insert into field_change (id, jurisdiction_id, service_id, entity, entity_id, at, action, field, previous, replacement, changed_by)
      select gen_random_uuid(), ${j}, id, 'service', id, ${now}, 'update', 'status', status, 'inactive', 'import' from done where status <> 'inactive'),
    seen as (insert into touched (id, modified) select id, false from done)
    select source_id as key from done order by 1`);
  for (const { key } of gone)
    addNote(work, "warnings", {
      file,
      line: null,
      column: null,
      reason: `${key ?? ""} is no longer in the source: withdrawn, not deleted`,
      code: "left_source",
    });
  work.report.updated["service"] = (work.report.updated["service"] ?? 0) + gone.length;
}

/** Detail rows that left; those of confirmed listings, and of listings that left themselves, stay. */
async function removeDetails(work: OpenImport): Promise<void> {
  await work.sql(`create temp table staying on commit drop as select id from kept_service union select id from left_service
    union select id from service where jurisdiction_id = ${work.jurisdiction} and left_source_at is not null`);
  await work.sql(`create temp table staying_place on commit drop as
    select distinct p.location_id as id from service_at_location p join staying s on s.id = p.service_id`);
  for (const name of details.toReversed()) {
    const table = tableOf(work, name);
    if (table.spoken.size === 0 || table.first) continue;
    const gone = `(select x.* from ${quoted(table.table)} x where x.jurisdiction_id = ${work.jurisdiction} and x.source = ${work.from}
      and not exists (select from f_${name} r where r.id = x.id) and not exists (select from f_${name} r where r.ref = x.id)
      and x.source_id not in (select sid from refused where entity = ${literal(name)})
      and not coalesce(${belongsTo(table, "staying", "staying_place")}, false)
      and not exists (select from kept_detail k where k.entity = ${literal(name)} and k.id = ${table.has.has("service_id") ? "x.service_id" : "null"}))`;
    await touchListings(work, table, gone);
    await work.sql(`delete from ${quoted(table.table)} where id in (select id from ${gone} y)`);
  }
}

/** What a whole source no longer holds: listings are withdrawn, never deleted; their details go with their own rows. */
export async function withdrawLeft(work: OpenImport): Promise<void> {
  if (tableOf(work, "service").spoken.size === 0) return;
  const { left, all } = await countLeft(work);
  // A row of services that could not even be read may be any of them.
  const unread = work.report.rejected.filter(
    (note) => unreadable.has(note.code) && /service/i.test(note.file),
  );
  if (unread.length > 0) {
    if (left > 0)
      addNote(work, "warnings", {
        file: unread[0]?.file ?? "",
        line: null,
        column: null,
        reason: `rows of it could not be read, so that none of ${left} missing services was withdrawn`,
        code: "cannot_tell_left",
      });
    return;
  }
  if (left > mostFew && left > all * mostShare) {
    noteRows(work, "warnings", [{ file: -1, line: null }], {
      column: null,
      reason: `${left} of ${all} services of this source are not in it any more: too many at once, none was withdrawn`,
      code: "many_rows_left",
    });
    return;
  }
  if (left > 0) await withdrawServices(work);
  await removeDetails(work);
  if (tableOf(work, "organization").spoken.size > 0)
    await work.sql(`update organization t set left_source_at = ${work.now} where t.jurisdiction_id = ${work.jurisdiction}
      and t.source = ${work.from} and t.left_source_at is null and not exists (select from f_organization r where r.id = t.id)`);
}
