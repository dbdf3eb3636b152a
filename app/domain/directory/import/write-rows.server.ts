import { findDifferences } from "./find-differences.server";
import { keepConfirmed, serviceOf } from "./keep-confirmed.server";
import { literal, type OpenImport, type OpenTable, quoted } from "./open-import.server";
import { changeable, listingsOf, newValues, updateValue } from "./written-values.server";

const placed: readonly string[] = ["location", "address", "accessibility"];

/** Rows of these two are told apart from what the portal would say itself. */
async function insertNew(work: OpenImport, table: OpenTable): Promise<number> {
  const values = newValues(work, table);
  const list = (at: 0 | 1) => values.map((pair) => (at === 0 ? quoted(pair[0]) : pair[1])).join(", ");
  const [done] = await work.sql<{ count: number }>(
    `with made as (insert into ${quoted(table.table)} (${list(0)}) select ${list(1)} from f_${table.name} r
       ${table.name === "service" ? "join new_slug n on n.id = r.id" : ""} where not r.known and not r.merged order by r.id returning 1) select count(*)::int as count from made`,
  );
  return done?.count ?? 0;
}

/** The history of published listings and of organizations; nothing of where a hidden place is. */
async function tellHistory(work: OpenImport, table: OpenTable): Promise<void> {
  const organization = table.has.has("organization_id")
    ? "x.organization_id"
    : table.name === "organization"
      ? "x.id"
      : "null::uuid";
  const hidden = placed.includes(table.name)
    ? `and x.${table.name === "location" ? "id" : "location_id"} not in (select id from location where visibility = 'hidden')
       and x.${table.name === "location" ? "id" : "location_id"} not in (select id from hidden_place)`
    : "";
  await work.sql(`insert into field_change (id, jurisdiction_id, service_id, organization_id, entity, entity_id, at, action,
      field, previous, replacement, changed_by)
    select gen_random_uuid(), ${work.jurisdiction}, y.service_id, y.organization_id, ${literal(table.name)}, y.id, ${work.now}, 'update',
      d.field, left(d.ours, 20000), left(d.theirs, 20000), 'import'
    from (select x.id, ${serviceOf(table)} as service_id, ${organization} as organization_id
      from ${quoted(table.table)} x join c_${table.name} c on c.id = x.id where true ${hidden}) y
    join d_${table.name} d on d.id = y.id and not d.kept left join service s on s.id = y.service_id
    where s.listing_state = 'published' or (y.service_id is null and ${table.name === "organization"})`);
}

async function updateChanged(work: OpenImport, table: OpenTable): Promise<number> {
  const sets = changeable(table).map((column) => `${quoted(column.name)} = ${updateValue(column)}`);
  // HSDS calls the edition of a taxonomy its version.
  if (["organization", "service"].includes(table.name)) sets.push("version = t.version + 1");
  if (table.has.has("last_modified")) sets.push(`last_modified = ${work.now}`);
  const [done] = await work.sql<{ count: number }>(
    `with done as (update ${quoted(table.table)} t set ${sets.join(", ")} from f_${table.name} r join c_${table.name} c on c.id = r.id
       where t.id = r.id returning 1) select count(*)::int as count from done`,
  );
  return done?.count ?? 0;
}

/** Listings that show a row: their search rows are written anew, and with a changed detail they count as modified. */
export async function touchListings(work: OpenImport, table: OpenTable, rows: string): Promise<void> {
  if (work.alone) return;
  for (const query of listingsOf(table, rows))
    await work.sql(`insert into touched (id, modified) select distinct q.service_id, ${!["organization", "attribute", "service"].includes(table.name)}
      from (${query}) q where q.service_id is not null`);
}

/**
 * Puts one table's gathered rows in place: new ones in, changed ones after their source, what people confirmed kept. Answers
 * how many there were.
 */
export async function writeRows(work: OpenImport, table: OpenTable): Promise<number> {
  const { report } = work;
  const [all] = await work.sql<{ count: number; known: number }>(
    `select count(*)::int as count, (count(*) filter (where known and not merged))::int as known from f_${table.name}`,
  );
  if (!all || (all.count === 0 && table.spoken.size === 0)) return 0;
  let updated = 0;
  await work.sql(`drop table if exists c_${table.name}`);
  if (all.known > 0) await findDifferences(work, table);
  else await emptyDifferences(work, table);
  await keepConfirmed(work, table);
  if (all.known > 0) {
    await tellHistory(work, table);
    updated = await updateChanged(work, table);
    if (updated > 0)
      await touchListings(
        work,
        table,
        `(select t.* from ${quoted(table.table)} t join c_${table.name} c on c.id = t.id)`,
      );
  }
  const imported = await insertNew(work, table);
  if (imported > 0 && table.name !== "service" && table.name !== "organization")
    await touchListings(
      work,
      table,
      `(select t.* from ${quoted(table.table)} t join f_${table.name} r on r.id = t.id and not r.known and not r.merged)`,
    );
  report.imported[table.name] = imported;
  report.updated[table.name] = updated;
  report.unchanged[table.name] = all.count - imported - updated;
  if (all.count > 0) work.progress(`${table.name}: ${imported} new, ${updated} updated, ${all.count} in all`);
  return all.count;
}

async function emptyDifferences(work: OpenImport, table: OpenTable): Promise<void> {
  await work.sql(`create temp table c_${table.name} (id uuid) on commit drop`);
  await work.sql(`create temp table d_${table.name} (id uuid, file int2, line int, field text, name text, ours text,
    theirs text, kept boolean) on commit drop`);
}
