import type { Ctx } from "../../kernel/context";
import { countiesOfArea, zipsOfArea } from "./place-of-area";

/** Published programs: with a place in the area, or saying that they serve it; `either` counts each once. */
export type AreaCounts = { standing: number; serving: number; either: number };

type Ground = { key: string; zips: readonly string[]; counties: readonly string[] };

/** Published programs in each area, by its key, in one query. A county that an area lies in is served with it. */
export async function countInAreas(ctx: Ctx, areas: readonly Ground[]): Promise<Map<string, AreaCounts>> {
  const grounds = areas.map(({ key, ...ground }) => ({
    key,
    zips: zipsOfArea(ground),
    counties: countiesOfArea(ground),
  }));
  const { jurisdictionId } = ctx.actor;
  const rows = await ctx.tx.$queryRaw<(AreaCounts & { key: string })[]>`
    with ground as (
      select g.key, array(select json_array_elements_text(g.zips)) as zips,
        array(select json_array_elements_text(g.counties)) as counties
      from json_to_recordset(${JSON.stringify(grounds)}::json) as g(key text, zips json, counties json)),
    program as (
      select s.id from service s where s.jurisdiction_id = ${jurisdictionId}::uuid and s.listing_state = 'published'),
    stands as (
      select distinct p.id, left(d.postal_code, 5) as zip from program p
      join service_at_location sl on sl.service_id = p.id and sl.closed_at is null
      join address d on d.location_id = sl.location_id),
    serves as (
      select p.id, a.extent_type, a.codes from program p join service_area a on a.service_id = p.id
      union all
      select p.id, a.extent_type, a.codes from program p
      join service_at_location sl on sl.service_id = p.id and sl.closed_at is null
      join service_area a on a.service_at_location_id = sl.id),
    found as (
      select g.key, s.id, true as standing from ground g join stands s on s.zip = any(g.zips)
      union
      select g.key, s.id, false from ground g join serves s
        on s.extent_type in ('zip', 'geojson') and s.codes && g.zips or s.extent_type = 'county' and s.codes && g.counties)
    select key, count(*) filter (where standing)::int as standing, count(*) filter (where not standing)::int as serving,
      count(distinct id)::int as either
    from found group by key`;
  const none = { standing: 0, serving: 0, either: 0 };
  const counted = new Map(rows.map(({ key, ...counts }) => [key, counts]));
  return new Map(areas.map(({ key }) => [key, counted.get(key) ?? none]));
}
