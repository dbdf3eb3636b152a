import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../kernel/context";

/** Chosen services with each of their places; one row with place 0 for a service without one. */
const placed = (jurisdictionId: string, ids: readonly string[], now: Date) => Prisma.sql`
  chosen as (
    select s.*, o.name as org_name, o.alternate_name as org_alternate, o.victim_service_provider, o.part2_program,
      s.accepts_referrals and o.status <> 'suspended' and coalesce(o.vetted_until >=
        (${now}::timestamptz at time zone (select time_zone from jurisdiction j where j.id = o.jurisdiction_id))::date,
        true) as may_receive
    from service s join organization o on o.id = s.organization_id
    where s.jurisdiction_id = ${jurisdictionId}::uuid and s.id = any(${ids}::uuid[])
      and s.listing_state = 'published' and s.status in ('active', 'temporarily_closed')),
  place as (
    select sl.service_id, sl.id as sal_id, sl.location_id,
      row_number() over (partition by sl.service_id order by sl.id)::int as place_no,
      l.visibility, l.latitude, l.longitude, l.approximate, l.transportation
    from service_at_location sl join location l on l.id = sl.location_id
    where sl.service_id = any(${ids}::uuid[])),
  area as (
    select c.id as service_id, p.sal_id,
      coalesce(array_agg(distinct z.code) filter (where a.extent_type = 'zip' and z.code is not null), '{}') as zips,
      coalesce(array_agg(distinct z.code) filter (where a.extent_type = 'county' and z.code is not null), '{}') as counties
    from chosen c left join place p on p.service_id = c.id
    join service_area a on a.service_id = c.id or a.service_at_location_id = p.sal_id
    left join lateral unnest(a.codes) as z(code) on true
    group by c.id, p.sal_id),
  placed as (
    select c.*, coalesce(p.place_no, 0) as place_no, p.sal_id, p.location_id, p.transportation, p.visibility,
      c.confidential or coalesce(p.visibility = 'hidden', false) as hidden,
      case when c.confidential or p.visibility = 'hidden' or (p.visibility = 'partial' and not p.approximate)
        then null else p.latitude end as lat,
      case when c.confidential or p.visibility = 'hidden' or (p.visibility = 'partial' and not p.approximate)
        then null else p.longitude end as lon,
      coalesce(a.zips, '{}') as zips, coalesce(a.counties, '{}') as counties,
      coalesce(cardinality(a.zips) + cardinality(a.counties) > 0, false) as area_stated
    from chosen c left join place p on p.service_id = c.id
    left join area a on a.service_id = c.id and a.sal_id is not distinct from p.sal_id)`;

const folded = Prisma.sql`lower(unaccent(concat_ws(' ', name, alternate_name, org_name, org_alternate)))`;

/** Where a row can be found from; search-sql.server.ts asks with the same words. */
const whereKeys = Prisma.sql`
  array['*', coalesce(floor(lat * 10)::int || '.' || floor(lon * 10)::int, '-')]
  || case when coalesce(not delivery_modes && array['home', 'video', 'phone'], true) then '{}'
    when area_stated then array(select 'z' || z from unnest(zips) z) || array(select 'c' || c from unnest(counties) c)
      || case when cardinality(zips) > 0 then array['zz'] else '{}' end
    when delivery_modes && array['video', 'phone'] or lat is null then array['-']
    else array['h' || floor(lat * 2)::int || '.' || floor(lon * 2)::int] end`;

const searchRows = Prisma.sql`
  insert into listing_search
  select jurisdiction_id, id, place_no, organization_id, name,
    coalesce(need_codes, '{}'), coalesce(staff_languages, '{}'), coalesce(interpreter_languages, '{}'),
    interpretation_services is not null, coalesce(times_of_day, '{}'), coalesce(delivery_modes, '{}'),
    is_free, child_age_min_months, child_age_max_months, area_stated, zips, counties, lat, lon,
    may_receive and status = 'active', capacity_status, capacity_as_of, null,
    case evidence_rating when 'well_supported' then 0 when 'supported' then 1 when 'promising' then 2 else 9 end,
    assured_at,
    array(
      select hashtextextended(right(jurisdiction_id::text, 8) || ':' || need || ':' || w, 0)
      from (select distinct unnest(need_codes || array['*']) as need) n
      cross join (select distinct unnest(${whereKeys}) as w) at)
  from placed`;

const words = Prisma.sql`
  to_tsvector('simple', ${folded} || ' ' || lower(unaccent(left(description, 4000) || ' ' || family_text::text)))`;

/** A family's card. Nothing of where a hidden place is may be selected here. */
const card = Prisma.sql`jsonb_build_object(
  'slug', slug, 'name', name, 'organizationName', org_name, 'familyText', family_text, 'description', left(description, 600),
  'phone', (select jsonb_build_object('number', number, 'extension', extension) from phone ph
    where (ph.service_id = placed.id or ph.service_at_location_id = sal_id or ph.location_id = placed.location_id
      or ph.organization_id = placed.organization_id) and ph.type not in ('fax', 'tty')
    order by (ph.service_at_location_id is not distinct from sal_id and sal_id is not null) desc,
      (ph.service_id is not distinct from placed.id) desc, (ph.location_id is not distinct from placed.location_id) desc, ph.id limit 1),
  'address', case when hidden then null else (select jsonb_build_object(
      'street', case when visibility = 'full' then ad.address1 end, 'city', ad.city,
      'postalCode', case when visibility = 'full' then ad.postal_code end)
    from address ad where ad.location_id = placed.location_id and ad.address_type = 'physical' order by ad.id limit 1) end,
  'hidden', hidden, 'transportation', case when hidden then null else transportation end,
  'schedules', coalesce((select jsonb_agg(jsonb_build_object('byday', byday, 'opensAt', opens_at, 'closesAt', closes_at,
      'validFrom', valid_from, 'description', sc.description) order by sc.id)
    from schedule sc where (sc.service_id = placed.id or sc.service_at_location_id = sal_id) and sc.kind <> 'exception'), '[]'),
  'documents', coalesce((select jsonb_agg(document order by rd.id) from required_document rd where rd.service_id = placed.id), '[]'),
  'feesDescription', fees_description, 'childcareOnSite', childcare_on_site, 'transportOffered', transport_offered,
  'capacityAvailable', capacity_available, 'waitlistDays', waitlist_days, 'capacitySource', capacity_source,
  'acceptsReferrals', may_receive, 'temporarilyClosed', status = 'temporarily_closed',
  'acceptsSelfReferral', accepts_self_referral,
  'needsSignedRelease', needs_signed_release or victim_service_provider or part2_program,
  'modelName', model_name, 'plannedWeeks', planned_weeks, 'alert', alert, 'source', source)`;

/**
 * Writes the search rows of these services anew from their tables, in the caller's transaction. A listing
 * that is not published loses its rows. Every operation that changes a listing ends here, and so does an import.
 */
export async function writeSearchRows(ctx: Ctx, serviceIds: readonly string[]): Promise<void> {
  const { jurisdictionId } = ctx.actor;
  const step = 5_000;
  for (let at = 0; at < serviceIds.length; at += step) {
    const ids = serviceIds.slice(at, at + step);
    for (const table of [Prisma.raw("listing_search"), Prisma.raw("listing_card")]) {
      await ctx.tx.$executeRaw`delete from ${table}
        where jurisdiction_id = ${jurisdictionId}::uuid and service_id = any(${ids}::uuid[])`;
    }
    await ctx.tx.$executeRaw`with ${placed(jurisdictionId, ids, ctx.clock.now())} ${searchRows}`;
    await ctx.tx.$executeRaw`with ${placed(jurisdictionId, ids, ctx.clock.now())}
      insert into listing_card select jurisdiction_id, id, place_no, ${folded}, ${words}, ${card} from placed`;
  }
}
