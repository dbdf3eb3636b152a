import { Prisma } from "~/db/generated/client";
import { cardChildren } from "./card-rows.server";
import { keptBack } from "../outgoing/kept-back";
import { heldRow } from "../outgoing/held-rows";
import type { Chosen } from "../search/choose-listings.server";
import { allTold } from "../outgoing/told-words";
import type { TownPoint } from "./find-town-points.server";
import { placeCounts, roomAtPlace } from "./room-at-place.server";

/** The texts that a search row or a card shows of a listing itself. */
const ownTexts = [
  ...["name", "alternate_name", "description", "eligibility_description", "fees_description", "alert"].map(
    (name) => `s.${name}`,
  ),
  ...[
    "s.model_name",
    "s.evidence_rating",
    "s.evidence_area",
    "json_words(s.family_text)",
    "o.name",
    "o.alternate_name",
  ],
];

/** A drawn area holds the ZIPs whose middle lies in it. Tracts stay tracts: of a searcher only ZIP, town or county is known. */
const areaCodes = Prisma.sql`array_agg(distinct z.code) filter (where a.extent_type in ('zip', 'geojson')) as zips,
  array_agg(distinct left(z.code, 5)) filter (where a.extent_type = 'county') as counties,
  array_agg(distinct z.code) filter (where a.extent_type = 'tract') as tracts`;

/** The codes of this place's own area where it has one, else of the service's. */
function areaOf(column: "zips" | "counties" | "tracts"): Prisma.Sql {
  const [service, place] = [Prisma.raw(`s.${column}`), Prisma.raw(`a.${column}`)];
  return Prisma.sql`case when a.sal_id is null then coalesce(${service}, '{}') else coalesce(${place}, '{}') end`;
}

/** No point of a hidden place. Of a partial one the town's: by the ZIP's, distances from several sides would tell the ZIP. */
const shownPoint = (column: "latitude" | "longitude") => Prisma.sql`
  case when c.confidential or p.visibility = 'hidden' then null
    when p.visibility = 'partial' then town.${Prisma.raw(column)} else p.${Prisma.raw(column)} end`;

/**
 * Chosen services with each of their places (`placed`), with what hangs on them; one row with place 0 for a service without
 * one. Everything is gathered by whole tables and joined: a query for each card costs five times as much. Names narrow
 * sets first, so that descriptions are read once.
 */
export const placedRows = (
  jurisdictionId: string,
  chosen: Chosen,
  towns: readonly TownPoint[],
  now: Date,
): Prisma.Sql => Prisma.sql`
  town (city, state, latitude, longitude) as (
    select * from json_to_recordset(${JSON.stringify(towns)}::json) as t(city text, state text, latitude float8, longitude float8)),
  today as (select (${now}::timestamptz at time zone time_zone)::date as day from jurisdiction where id = ${jurisdictionId}::uuid),
  renamed as (
    select code, replaced_by from code_list_entry
    where jurisdiction_id = ${jurisdictionId}::uuid and list = 'need' and deprecated_at is not null and replaced_by is not null),
  chosen as materialized (
    select s.*, ${Prisma.raw(allTold(ownTexts, "s.organization_id"))} as all_told, o.name as org_name, o.alternate_name as org_alternate, o.victim_service_provider, o.part2_program,
      ${Prisma.raw(heldRow("service", "s"))} as wordless,
      -- Of an organization that is suspended nobody outside learns more than that its programs are paused.
      s.status = 'temporarily_closed' or o.status = 'suspended' as paused,
      s.accepts_referrals and coalesce(o.vetted_until >= (select day from today), true) as may_receive
    from service s join organization o on o.id = s.organization_id
    where s.jurisdiction_id = ${jurisdictionId}::uuid and s.id in (${chosen})
      and s.listing_state = 'published' and s.status in ('active', 'temporarily_closed')),
  place as materialized (
    select sl.service_id, sl.id as sal_id, sl.location_id,
      row_number() over (partition by sl.service_id order by sl.id)::int as place_no,
      l.visibility, l.latitude, l.longitude, l.transportation, ${placeCounts}
    from service_at_location sl join location l on l.id = sl.location_id
    where sl.service_id in (${chosen}) and sl.closed_at is null),
  spot as materialized (
    select s.id as service_id, s.organization_id, coalesce(p.place_no, 0) as place_no, p.sal_id, p.location_id
    from service s left join place p on p.service_id = s.id where s.id in (${chosen})),
  area_of_service as (
    select a.service_id, ${areaCodes}
    from service_area a, unnest(a.codes) as z(code)
    where a.service_id in (${chosen}) and a.service_at_location_id is null
      and not ${Prisma.raw(keptBack("service_area", "a"))} group by a.service_id),
  area_of_place as (
    select p.sal_id, ${areaCodes}
    from place p join service_area a on a.service_at_location_id = p.sal_id and not ${Prisma.raw(keptBack("service_area", "a"))},
      unnest(a.codes) as z(code) group by p.sal_id),
  ${cardChildren(chosen)},
  placed as (
    select c.*, coalesce(p.place_no, 0) as place_no, p.sal_id, p.location_id, p.transportation, p.visibility, ${roomAtPlace},
      c.confidential or coalesce(p.visibility = 'hidden', false) as hidden,
      ${shownPoint("latitude")} as lat, ${shownPoint("longitude")} as lon,
      ${areaOf("zips")} as zips, ${areaOf("counties")} as counties, ${areaOf("tracts")} as tracts
    from chosen c left join place p on p.service_id = c.id
    left join area_of_service s on s.service_id = c.id
    left join area_of_place a on a.sal_id = p.sal_id
    left join door on door.location_id = p.location_id
    left join town on town.city = door.city and town.state = door.state_province)`;
