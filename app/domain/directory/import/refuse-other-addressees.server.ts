import { type OpenImport, tableOf } from "./open-import.server";
import { refuseRows } from "./resolve-rows.server";

/** Of the addresses with an addressee, the share that may be another organization's before none of them is believed. */
const believedUpTo = 0.2;
/** How much of an own name must stand in the addressee (pg_trgm word_similarity): 0.6 of "Maryland State ..." is another office's. */
const ownName = 0.7;

/**
 * An address made out to somebody else than who is at the place is no address of it, and tells where the other is, who may be a
 * shelter: refused where the addressee begins with another organization's name, and where that is so for many rows of a
 * source, wherever no name of the place's own stands in it. What earlier imports took of these rows goes.
 */
export async function refuseOtherAddressees(work: OpenImport): Promise<void> {
  const table = tableOf(work, "address");
  if (!table.spoken.has("attention")) return;
  await work.sql(`create temp table addressed on commit drop as
    with called as materialized (
      select l.ref, folded_name(n.name) as folded from f_location l join f_organization o on o.ref = l.organization_id
        cross join lateral (values (o.name), (o.alternate_name)) n(name)
      union select ref, folded_name(name) from f_location
      union select p.location_id, folded_name(s.name) from f_service_at_location p join f_service s on s.ref = p.service_id)
    select r.id, folded_name(r.attention) as said, l.organization_id, coalesce(max(word_similarity(c.folded, folded_name(r.attention))), 1) as own
    from f_address r join f_location l on l.ref = r.location_id left join called c on c.ref = l.ref and length(c.folded) > 3
    where r.attention <> '' group by r.id, r.attention, l.organization_id`);
  await work.sql(`create temp table misled on commit drop as
    with name as materialized (select o.ref, folded_name(split_part(o.name, ',', 1)) as folded from f_organization o
      where length(split_part(o.name, ',', 1)) > 5),
    other as materialized (select a.id from addressed a where a.own < ${ownName} and exists (select from name n
      where n.ref is distinct from a.organization_id and starts_with(a.said, n.folded)))
    select a.id from addressed a where a.own < ${ownName} and (a.id in (select id from other)
      or (select count(*) from other) > ${believedUpTo} * (select count(*) from addressed))`);
  await work.sql(`delete from address a using misled m
    where a.id = m.id and a.jurisdiction_id = ${work.jurisdiction} and a.source = ${work.from}`);
  await refuseRows(work, table, "r.id in (select id from misled)", {
    column: "attention",
    reason: "made out to somebody else than who is at this place",
    code: "other_addressee",
  });
}
