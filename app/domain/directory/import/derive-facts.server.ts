import { literal, noteRows, type OpenImport, tableOf } from "./open-import.server";
import { pointOfZip } from "./zip-point";

const farMiles = 60;
const mostNeeds = 8;

/** A place without coordinates gets the middle of its ZIP, marked approximate; a point far from its ZIP is a mistake. */
export async function derivePoints(work: OpenImport): Promise<void> {
  const { spoken } = tableOf(work, "location");
  if (spoken.size === 0) return;
  const zips = await work.sql<{ zip: string }>(
    "select distinct left(postal_code, 5) as zip from f_address where postal_code ~ '^[0-9]{5}' and address_type = 'physical'",
  );
  const points = zips.flatMap(({ zip }) => {
    const point = pointOfZip(zip);
    return point ? [`(${literal(zip)}, ${point.latitude}, ${point.longitude})`] : [];
  });
  await work.sql("create temp table zip_point (zip text, lat float8, lon float8) on commit drop");
  if (points.length > 0) await work.sql(`insert into zip_point values ${points.join(",")}`);
  await work.sql(`create temp table location_zip on commit drop as
    select distinct on (a.location_id) a.location_id as id, z.lat, z.lon from f_address a
    join zip_point z on z.zip = left(a.postal_code, 5) where a.address_type = 'physical' order by a.location_id, a.file, a.line`);
  await work.sql("analyze location_zip");
  // Of a place for which the source itself says "about here" nothing is doubted.
  const far = await work.sql<{ file: number; line: number | null; id: string }>(`
    select r.file::int, r.line, r.id from f_location r join location_zip z on z.id = r.id
    where r.latitude is not null and r.longitude is not null and r.approximate is not true
      and sqrt(power((r.latitude - z.lat) * 69.1, 2) + power((r.longitude - z.lon) * 69.1 * cos(radians(z.lat)), 2)) > ${farMiles}
    order by r.file, r.line`);
  noteRows(work, "warnings", far, {
    column: "latitude",
    reason: "far from the ZIP of its address; the ZIP is used instead",
    code: "coordinates_far",
  });
  const ids = far.map((row) => `'${row.id}'`).join(",");
  await work.sql(`update f_location r set latitude = z.lat, longitude = z.lon, approximate = true from location_zip z
    where z.id = r.id and (r.latitude is null or r.longitude is null ${ids ? `or r.id in (${ids})` : ""})
      and r.visibility is distinct from 'hidden' and r.visibility is distinct from 'partial'`);
  await work.sql(`update f_location r set location_type = case when r.visibility is distinct from 'hidden' and r.latitude is null
      and not exists (select from f_address a where a.location_id = r.id and a.address1 <> '') then 'virtual' else 'physical' end
    where location_type is null`);
  for (const column of ["latitude", "longitude", "approximate", "location_type"]) spoken.add(column);
}

/** A term names its taxonomy in words too, as it leaves. */
export async function nameTaxonomies(work: OpenImport): Promise<void> {
  const { spoken } = tableOf(work, "taxonomy_term");
  if (spoken.size === 0) return;
  await work.sql(`update f_taxonomy_term r set taxonomy_word = x.name from (
      select id, name from f_taxonomy union select id, name from taxonomy
        where coalesce(jurisdiction_id, ${work.jurisdiction}) = ${work.jurisdiction}) x
    where x.id = r.taxonomy_id and r.taxonomy_word is null`);
  spoken.add("taxonomy_word");
}

/** What families look for, from the terms a service has, where the source does not say it in our words. */
export async function deriveNeeds(work: OpenImport): Promise<void> {
  const { spoken } = tableOf(work, "service");
  if (spoken.has("need_codes") || tableOf(work, "attribute").spoken.size === 0) return;
  await work.sql(`update f_service s set need_codes = n.codes from (
      select service_id, (array_agg(code order by at, place, code))[1:${mostNeeds}] as codes from (
        select a.link_id as service_id, u.code, min(a.line) as at, min(u.place) as place
        from f_attribute a join (
          select id, need_codes from f_taxonomy_term where not known
          union all select id, need_codes from taxonomy_term
            where coalesce(jurisdiction_id, ${work.jurisdiction}) = ${work.jurisdiction}) t on t.id = a.taxonomy_term_id
        cross join lateral unnest(t.need_codes) with ordinality as u(code, place)
        where a.link_entity = 'service' group by a.link_id, u.code) x
      group by service_id) n
    where n.service_id = s.ref and coalesce(cardinality(s.need_codes), 0) = 0`);
  spoken.add("need_codes");
}

/** Languages that the service is given in, from its language rows, where the source does not say them in our words. */
export async function deriveLanguages(work: OpenImport): Promise<void> {
  const { spoken } = tableOf(work, "service");
  if (spoken.has("staff_languages") || tableOf(work, "language").spoken.size === 0) return;
  for (const [column, by] of [
    ["staff_languages", "not"],
    ["interpreter_languages", ""],
  ] as const) {
    if (spoken.has(column)) continue;
    await work.sql(`update f_service s set ${column} = l.codes from (
        select service_id, array_agg(distinct plain order by plain) as codes from f_language
        where plain is not null and ${by} coalesce(note, '') ~* 'interpret|intérpret' group by service_id) l
      where l.service_id = s.ref and coalesce(cardinality(s.${column}), 0) = 0`);
    spoken.add(column);
  }
}

/** Addresses in the portal of what is new: words and the end of the id, with more of the id where that is taken. */
export async function deriveSlugs(work: OpenImport): Promise<void> {
  await work.sql(`create temp table new_slug on commit drop as
    select id, coalesce(nullif(slug_words, ''), 'program') || '-' as words, right(replace(id::text, '-', ''), 6) as tail
    from f_service where not known`);
  await work.sql("analyze new_slug");
  for (const length of [12, 32]) {
    const taken = `select words || tail from new_slug group by 1 having count(*) > 1 union all
      select t.slug from service t join new_slug n on t.slug = n.words || n.tail where t.jurisdiction_id = ${work.jurisdiction}`;
    await work.sql(
      `update new_slug set tail = right(replace(id::text, '-', ''), ${length}) where words || tail in (${taken})`,
    );
  }
}
