import { noteRows, type OpenImport, tableOf } from "./open-import.server";

/**
 * A listing is at a place once: a row that says so again, in this source or beside what the portal has, is no row of its own, and
 * what points at it points at the one that is there. Told where a source says it twice itself.
 */
export async function joinSamePlaces(work: OpenImport): Promise<void> {
  if (tableOf(work, "service_at_location").spoken.size === 0) return;
  const twice = await work.sql<{ file: number; line: number | null }>(`
    with ranked as (
      select ctid as place, first_value(id) over w as first, row_number() over w as n from f_service_at_location
      window w as (partition by service_id, location_id order by known desc, file, line, sid)),
    joined as (update f_service_at_location r set ref = x.first, merged = true from ranked x
      where x.place = r.ctid and x.n > 1 returning r.file, r.line, r.service_id)
    select j.file::int, j.line from joined j
    where not exists (select from f_service s where s.id <> s.ref and s.ref = j.service_id) order by 1, 2`);
  noteRows(work, "warnings", twice, {
    column: "location_id",
    reason: "the listing is at this place already: joined to the row that says so",
    code: "same_place",
  });
  await work.sql(`update f_service_at_location r set ref = t.id, merged = true from service_at_location t
    where t.service_id = r.service_id and t.location_id = r.location_id and t.id <> r.id and not r.merged`);
}
