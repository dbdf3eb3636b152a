import { tableOf, type OpenImport } from "./open-import.server";
import { refuseRows } from "./resolve-rows.server";

/** Confidential places keep neither street nor point nor town; an import hides, and never shows what was hidden. */
export async function hidePlaces(work: OpenImport): Promise<void> {
  await work.sql(`create temp table hidden_place on commit drop as
    select distinct id from (
      select id from f_location where secret or visibility = 'hidden'
      union all select location_id from f_address where secret
      union all select p.location_id from f_service_at_location p join f_service s on s.ref = p.service_id
        where s.secret or s.confidential
      union all select l.id from f_location f join location l on l.id = f.id where l.visibility = 'hidden'
      union all select l.id from f_address a join location l on l.id = a.location_id where l.visibility = 'hidden') x
    where id is not null`);
  await work.sql("analyze hidden_place");
  const [found] = await work.sql<{ count: number }>("select count(*)::int as count from hidden_place");
  if (found?.count) work.progress(`${found.count} confidential places: kept without address or coordinates`);
  await work.sql(`update f_location set visibility = 'hidden', description = null, transportation = null, url = null,
      external_identifier = null, external_identifier_type = null, latitude = null, longitude = null, approximate = false,
      visibility_reason = coalesce(visibility_reason, 'confidential in its source')
    where id in (select id from hidden_place)`);
  // A person's "partial" stays: the source may only say less.
  await work.sql(`update f_location r set visibility = 'partial' from location l
    where l.id = r.id and l.visibility = 'partial' and r.visibility is distinct from 'hidden'`);
  await work.sql(`update f_service s set confidential = true where confidential is distinct from true and (secret or (
    exists (select from f_service_at_location p join hidden_place h on h.id = p.location_id where p.service_id = s.ref)
    and not exists (select from f_service_at_location p where p.service_id = s.ref
      and p.location_id not in (select id from hidden_place))))`);
  await refuseRows(work, tableOf(work, "address"), "r.location_id in (select id from hidden_place)", {
    column: null,
    reason: "address of a confidential place: never kept",
    code: "confidential_address",
  });
  for (const name of ["location", "service"]) {
    const { spoken } = tableOf(work, name);
    if (spoken.size === 0) continue;
    spoken.add(name === "service" ? "confidential" : "visibility");
    if (name === "location") spoken.add("visibility_reason");
  }
}
