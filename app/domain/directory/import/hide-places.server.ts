import { markGiven } from "./mark-imported.server";
import { tableOf, type OpenImport } from "./open-import.server";
import { refuseRows } from "./resolve-rows.server";

/** A source of another profile says "hidden" in an attribute: of the place, or of the service that is given there. */
const saysHidden = (
  entity: string,
) => `select a.link_id from f_attribute a left join f_taxonomy_term k on k.id = a.taxonomy_term_id
  where a.link_entity = '${entity}' and (
    concat_ws(' ', a.link_type, a.label, k.name) ~* '(^|[^a-z])visibility([^a-z]|$)'
      and coalesce(a.value, k.name) ~* '\\m(hidden|confidential|private|not shown|no)\\M'
    or concat_ws(' ', a.link_type, a.label, k.name) ~* '(confidential|undisclosed|hidden)[ _](location|address|site|place)'
      and coalesce(a.value, 'yes') !~* '^(no|false|0)$')`;

/** New places of a listing that hides one, and of an organization that shows none: whoever hid it has not said so of them. */
const newPlacesOfHidden = (jurisdiction: string) => `
  select p.location_id from f_service_at_location p join f_service s on s.ref = p.service_id join f_location n on n.id = p.location_id and not n.known
  where exists (select from service k where k.id = s.id and k.confidential)
    or s.id in (select x.service_id from service_at_location x join location l on l.id = x.location_id where l.visibility = 'hidden')
    or s.organization_id in (select l.organization_id from location l where l.jurisdiction_id = ${jurisdiction}
      group by l.organization_id having bool_and(l.visibility = 'hidden'))`;

/** A number that a place keeps to itself does not come back by its program or organization: who is to be called is said by their people. */
async function refusePhones(work: OpenImport): Promise<void> {
  const owner = `coalesce(r.organization_id, (select s.organization_id from service s where s.id = r.service_id),
    (select f.organization_id from f_service f where f.ref = r.service_id limit 1))`;
  await refuseRows(
    work,
    tableOf(work, "phone"),
    `r.location_id is null and exists (select from hidden_mark m join location l on l.id = m.location_id
      where m.jurisdiction_id = ${work.jurisdiction} and m.mark = mark_of(phone_key(r.number)) and l.organization_id = ${owner})`,
    {
      column: "number",
      reason: "phone that a confidential place keeps to itself",
      code: "confidential_phone",
    },
  );
}

/** Confidential places keep neither street nor point nor town; an import hides, and never shows what was hidden. */
export async function hidePlaces(work: OpenImport): Promise<void> {
  const { jurisdiction: j } = work;
  await work.sql(`create temp table hidden_place on commit drop as
    select distinct id from (
      select id from f_location where secret or visibility = 'hidden' or id in (${saysHidden("location")})
      union all select location_id from f_address where secret
      union all select p.location_id from f_service_at_location p join f_service s on s.ref = p.service_id
        where s.secret or s.confidential or s.id in (${saysHidden("service")})
      union all select l.id from f_location f join location l on l.id = f.id where l.visibility = 'hidden'
      union all ${newPlacesOfHidden(j)}
      union all select l.id from f_address a join location l on l.id = a.location_id where l.visibility = 'hidden') x
    where id is not null`);
  await work.sql("analyze hidden_place");
  // Shown until now: whoever has them must see them go.
  await work.sql(`create temp table newly_hidden on commit drop as
    select l.id, coalesce(l.organization_id, s.organization_id) as organization_id
    from hidden_place h join location l on l.id = h.id and l.visibility <> 'hidden'
    left join service_at_location p on p.location_id = l.id left join service s on s.id = p.service_id`);
  const [found] = await work.sql<{ count: number }>("select count(*)::int as count from hidden_place");
  if (found?.count) work.progress(`${found.count} confidential places: kept without address or coordinates`);
  await work.sql(`create temp table given_point on commit drop as select id, latitude::numeric, longitude::numeric from f_location
    where id in (select id from hidden_place) and latitude is not null and longitude is not null and approximate is not true`);
  await work.sql(`update f_location set visibility = 'hidden', description = null, transportation = null, url = null,
      external_identifier = null, external_identifier_type = null, latitude = null, longitude = null, approximate = false,
      visibility_reason = coalesce(visibility_reason, 'confidential in its source')
    where id in (select id from hidden_place)`);
  // A person's "partial" stays: the source may only say less. Our own export leaves out what such a place keeps to itself.
  const kept = [
    "name",
    "alternate_name",
    "transportation",
    "url",
    "external_identifier",
    "external_identifier_type",
  ];
  await work.sql(`update f_location r set visibility = 'partial', visibility_reason = l.visibility_reason,
      ${kept.map((column) => `${column} = coalesce(r.${column}, l.${column})`).join(", ")},
      description = coalesce(nullif(r.description, ''), l.description),
      latitude = coalesce(r.latitude, l.latitude), longitude = coalesce(r.longitude, l.longitude),
      approximate = case when r.latitude is null then l.approximate else r.approximate end
    from location l
    where l.id = r.id and l.visibility = 'partial' and r.visibility is distinct from 'hidden'`);
  await work.sql(`update f_service s set confidential = true where confidential is distinct from true and (secret or (
    exists (select from f_service_at_location p join hidden_place h on h.id = p.location_id where p.service_id = s.ref)
    and not exists (select from f_service_at_location p where p.service_id = s.ref
      and p.location_id not in (select id from hidden_place))))`);
  await work.sql(`create temp table never_kept on commit drop as
    select id, location_id from f_address where location_id in (select id from hidden_place)
    union all select id, location_id from f_accessibility where location_id in (select id from hidden_place)`);
  await markGiven(work);
  for (const [name, what] of [
    ["address", "address"],
    ["accessibility", "way in"],
  ] as const)
    await refuseRows(
      work,
      tableOf(work, name),
      `r.location_id in (select id from hidden_place) or exists (select from hidden_mark m
        where m.jurisdiction_id = ${j} and m.mark = mark_of('row ' || r.id) and m.location_id <> r.location_id)`,
      { column: null, reason: `${what} of a confidential place: never kept`, code: "confidential_address" },
    );
  await refusePhones(work);
  for (const name of ["location", "service"]) {
    const { spoken } = tableOf(work, name);
    if (spoken.size === 0) continue;
    spoken.add(name === "service" ? "confidential" : "visibility");
    if (name === "location") spoken.add("visibility_reason");
  }
}

/**
 * After the rows are written: what the portal had of places that are hidden by now goes (their words, the way in, what their
 * history and the conflict list told), and listings of the organization that showed something of them are written anew.
 */
export async function forgetHiddenPlaces(work: OpenImport): Promise<void> {
  const { jurisdiction: j } = work;
  const gone = `(select h.id from hidden_place h join location l on l.id = h.id and l.visibility = 'hidden')`;
  const [some] = await work.sql<{ some: boolean }>(`select exists ${gone} as some`);
  if (!some?.some) return;
  await work.sql(`update location set alternate_name = null, description = '', transportation = null, url = null, latitude = null,
      longitude = null, approximate = false, external_identifier = null, external_identifier_type = null where id in ${gone}`);
  await work.sql(`select forget_hidden_places(array${gone})::text`);
  await work.sql(`delete from accessibility where location_id in ${gone}`);
  const here = `(select p.service_id from service_at_location p where p.location_id in ${gone})`;
  await work.sql(`update import_conflict set ours = null, theirs = null, row = null, decision = coalesce(decision, 'overtaken'),
      decided_at = coalesce(decided_at, ${work.now})
    where jurisdiction_id = ${j} and entity in ('location', 'address', 'accessibility') and (entity_id in ${gone} or service_id in ${here})`);
  const [fresh] = await work.sql<{ some: boolean }>("select exists (select from newly_hidden) as some");
  if (!fresh?.some) return;
  await work.sql(`update organization o set last_modified = ${work.now} where o.jurisdiction_id = ${j} and o.id in (
    select organization_id from newly_hidden)`);
  await work.sql(`insert into touched select s.id, true from service s join newly_hidden n on n.organization_id = s.organization_id
    where s.jurisdiction_id = ${j}`);
}
