import { type OpenImport, tableOf } from "./open-import.server";

/** History that a source tells of its own: only ever added. An entry whose id is here already is the same entry. */
export async function writeMetadata(work: OpenImport): Promise<void> {
  const table = tableOf(work, "metadata");
  if (table.spoken.size === 0) return;
  const { jurisdiction: j } = work;
  const [all] = await work.sql<{ count: number }>("select count(*)::int as count from f_metadata");
  // Nothing of where a hidden place is may come in by its history.
  await work.sql(`update f_metadata r set previous = null, replacement = null
    where (r.entity = 'location' and r.entity_id in (select id from location where jurisdiction_id = ${j} and visibility = 'hidden'))
      or (r.entity in ('address', 'accessibility') and exists (select from address a join location l on l.id = a.location_id
        where a.id = r.entity_id and l.visibility = 'hidden'))
      or r.entity_id in (select id from never_kept)`);
  const [done] = await work.sql<{ count: number }>(`with made as (
    insert into field_change (id, jurisdiction_id, service_id, organization_id, entity, entity_id, at, action, field, previous,
      replacement, changed_by, source, source_id)
    select r.id, ${j}, s.id, o.id, r.entity, r.entity_id, coalesce(r.at, ${work.now}), coalesce(r.action, 'update'), coalesce(r.field, ''),
      r.previous, r.replacement, coalesce(r.changed_by, ''), ${work.from}, r.sid
    from f_metadata r
    left join service s on s.id = case when r.entity = 'service' then r.entity_id end
    left join organization o on o.id = case when r.entity = 'organization' then r.entity_id end
    where not r.known returning 1) select count(*)::int as count from made`);
  work.report.imported["metadata"] = done?.count ?? 0;
  work.report.updated["metadata"] = 0;
  work.report.unchanged["metadata"] = (all?.count ?? 0) - (done?.count ?? 0);
}
