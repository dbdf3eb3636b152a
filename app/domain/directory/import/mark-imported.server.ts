import { withNames } from "../outgoing/remember-names.server";
import { keepWhatLeft } from "../outgoing/outgoing-columns";
import { forgetTellingSlugs, type Guarded, listNaming, mayName } from "../safety/mark-hidden-places.server";
import type { OpenImport } from "./open-import.server";

/** What has left otherwise than it lies is not taken for a change of it when it comes back: ours stays whole. */
async function keepWhole(work: OpenImport): Promise<void> {
  for (const { name, table, columns, spoken } of work.tables.values()) {
    const given = columns.map((column) => column.name).filter((column) => spoken.has(column));
    const statement = keepWhatLeft(table, `f_${name}`, given);
    if (statement) await work.sql(statement);
  }
}

/** The streets and points that a package gives of hidden places are refused: what would name them is remembered first. */
export async function markGiven(work: OpenImport): Promise<void> {
  await keepWhole(work);
  await work.sql(`create temp table guarded_before on commit drop as ${guardedNow(work.jurisdiction)}`);
  await work.sql(`with street as (
      select a.location_id, p.key from f_address a cross join lateral street_lines(a.address1, a.address2) words cross join lateral street_parts(words) p
      where a.location_id in (select id from hidden_place))
    insert into hidden_mark (jurisdiction_id, location_id, mark)
    select distinct ${work.jurisdiction}, said.id, mark_of(said.key) from (
      select location_id as id, key from street union select location_id, street_name_key(key) from street
      union select a.location_id, 'part ' || building_key(a.address2) from f_address a where a.location_id in (select id from hidden_place)
      union select l.id, 'name ' || building_key(n.name) from f_location l cross join lateral (values (l.name), (l.alternate_name)) n(name)
        where l.id in (select id from hidden_place)
      union select location_id, 'row ' || id from never_kept
      union select g.id, k from given_point g cross join lateral point_keys(g.latitude, g.longitude) k) said where said.key is not null on conflict do nothing`);
}

/** By place and organization what names who is not shown: other texts are left out of what is told when one of these changes. */
const guardedNow = (jurisdiction: string) => `
  select 'place' as kind, location_id as id, md5(string_agg(mark, ',' order by mark)) as state from hidden_mark
    where jurisdiction_id = ${jurisdiction} group by 2
  union all select 'organization', o.id, md5(concat_ws('|', o.name, o.alternate_name, o.telling_words::text, h.status, is_held(o.id, null, null, null)))
    from organization o left join safety_hold h on h.organization_id = o.id
    where o.jurisdiction_id = ${jurisdiction} and (h.status is not null or o.id = any((select marked_owners())::uuid[]))`;

async function listChanged(work: OpenImport): Promise<Guarded> {
  const rows = await work.sql<{ kind: string; id: string }>(`
    with now as materialized (${guardedNow(work.jurisdiction)})
    select kind, id from (select * from now except select * from guarded_before) made
    union select kind, id from (select * from guarded_before except select * from now) gone`);
  const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ id }) => id);
  return { places: of("place"), organizations: of("organization") };
}

/** After the rows are written and held: texts that name a place which is not shown any more count as changed. */
export async function markImported(work: OpenImport): Promise<void> {
  await work.sql(`select mark_hidden_places(array(select l.id from location l
    where l.jurisdiction_id = ${work.jurisdiction} and l.visibility <> 'full'))::text`);
  const changed = await listChanged(work);
  if (changed.places.length + changed.organizations.length > 0) {
    const ids = await mayName(work.ctx, changed);
    await withNames(work.ctx, () =>
      work.sql(
        `insert into touched select id, true from (${listNaming(work.jurisdiction)} and s.id = any('{${ids.join(",")}}'::uuid[])) n`,
      ),
    );
  }
  await work.sql(
    `${forgetTellingSlugs(work.jurisdiction)} and (s.id in (select id from touched) or s.id in (select id from f_service))`,
  );
}
