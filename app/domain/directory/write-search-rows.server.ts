import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../kernel/context";
import { takenBy } from "./caregivers";
import { placedRows } from "./placed-rows.server";
import { reachRows, wordRows } from "./reach-rows.server";

const stated = Prisma.sql`array(select distinct unnest(r.codes) from eligibility_rule r
  where r.service_id = placed.id and r.kind = 'caregiver_role' order by 1)`;

/** Caregivers whom the stated roles shut out, as notFor in caregivers.ts says. */
const shutOut = Prisma.sql`array(select t.asked from (values ${Prisma.join(
  takenBy.map(({ asked, stated: fine }) => Prisma.sql`(${asked}, ${[...fine]}::text[])`),
)}) as t(asked, fine) where cardinality(${stated}) > 0 and not t.fine && ${stated})`;

const bands = Prisma.sql`(select jsonb_agg(jsonb_build_object('from', k.age_min_months, 'to', k.age_max_months,
    'language', k.language, 'available', k.available, 'at', k.updated) order by k.age_min_months, k.language, k.id)
  from service_capacity k where k.service_id = placed.id
    and num_nonnulls(k.age_min_months, k.age_max_months, k.language) > 0)`;

const searchRows = Prisma.sql`
  insert into listing_search (jurisdiction_id, service_id, place_no, organization_id, name, need_codes, staff_languages,
    interpreter_languages, interpreters_mentioned, times_of_day, delivery_modes, is_free, child_age_min, child_age_max,
    area_stated, area_zips, area_counties, area_tracts, latitude, longitude, takes_referrals, capacity_status, capacity_as_of,
    days_to_first_contact, evidence_rank, assured_at, for_caregivers, not_caregivers, bands)
  select jurisdiction_id, id, place_no, organization_id, name,
    coalesce(need_codes, '{}') || array(select distinct r.replaced_by from renamed r
      where r.code = any(need_codes) and r.replaced_by <> all(need_codes)), coalesce(staff_languages, '{}'), coalesce(interpreter_languages, '{}'),
    interpretation_services is not null, coalesce(times_of_day, '{}'), coalesce(delivery_modes, '{}'),
    is_free, child_age_min_months, child_age_max_months, cardinality(zips) + cardinality(counties) + cardinality(tracts) > 0, zips, counties, tracts, lat, lon,
    may_receive and status = 'active', capacity_status, capacity_as_of, days_to_first_contact,
    case evidence_rating when 'well_supported' then 0 when 'supported' then 1 when 'promising' then 2 else 9 end,
    assured_at, ${stated}, ${shutOut}, ${bands}
  from placed`;

/** The nearest phone: of the place, else of the service, the location, the organization. */
const phoneOf = (link: Prisma.Sql) => Prisma.sql`(
  select json_build_object('number', number, 'extension', extension) from phone ph
  where ${link} and ph.type not in ('fax', 'tty')
  order by (ph.service_id is not distinct from placed.id) desc, (ph.location_id is not distinct from placed.location_id) desc, ph.id
  limit 1)`;
const phone = Prisma.sql`coalesce(${Prisma.join(
  [
    Prisma.sql`ph.service_at_location_id = sal_id`,
    Prisma.sql`ph.service_id = placed.id`,
    Prisma.sql`ph.location_id = placed.location_id`,
    Prisma.sql`ph.organization_id = placed.organization_id`,
  ].map(phoneOf),
)})`;

/** A family's card. Nothing of where a hidden place is may be selected here. */
const card = Prisma.sql`json_build_object(
  'slug', slug, 'name', left(placed.name, 300), 'organizationName', left(org_name, 300), 'familyText', family_text, 'description', left(description, 600),
  'phone', ${phone},
  'address', case when hidden then null else (select json_build_object(
      'street', case when visibility = 'full' then ad.address1 end, 'city', ad.city,
      'postalCode', case when visibility = 'full' then ad.postal_code end)
    from address ad where ad.location_id = placed.location_id and ad.address_type = 'physical' order by ad.id limit 1) end,
  'hidden', hidden, 'transportation', case when hidden then null else left(transportation, 300) end,
  'schedules', coalesce((select json_agg(json_build_object('byday', byday, 'opensAt', opens_at, 'closesAt', closes_at,
      'validFrom', valid_from, 'description', left(sc.description, 300), 'exception', sc.kind = 'exception', 'closed', sc.closed,
      'timeZone', sc.time_zone) order by sc.kind = 'exception', sc.valid_from, sc.id)
    from (select * from schedule where service_id = placed.id and (kind = 'exception' or not exists (
        select from schedule own where own.service_at_location_id = sal_id and own.kind = 'regular')) union all
      select * from schedule where service_at_location_id = sal_id and service_id is distinct from placed.id) sc), '[]'),
  'who', coalesce((select json_agg(json_build_object('kind', r.kind, 'codes', r.codes, 'minimum', r.minimum,
      'maximum', r.maximum, 'note', left(r.note, 200)) order by r.kind, r.id)
    from eligibility_rule r where r.service_id = placed.id), '[]'),
  'evidence', case when evidence_rating is not null then json_build_object('rating', evidence_rating, 'area', evidence_area,
    'reviewedOn', evidence_reviewed_on, 'url', evidence_url) end,
  'separateIntakeForFathers', separate_intake_for_fathers, 'dvSafeIntake', dv_safe_intake, 'noIdAccepted', no_id_accepted,
  'documents', coalesce((select json_agg(left(document, 300) order by rd.id) from required_document rd where rd.service_id = placed.id), '[]'),
  'feesDescription', left(fees_description, 1000), 'childcareOnSite', childcare_on_site, 'transportOffered', transport_offered,
  'capacityAvailable', capacity_available, 'waitlistDays', waitlist_days, 'capacitySource', capacity_source,
  'acceptsReferrals', may_receive, 'temporarilyClosed', status = 'temporarily_closed',
  'acceptsSelfReferral', accepts_self_referral,
  'needsSignedRelease', needs_signed_release or victim_service_provider or part2_program,
  'modelName', model_name, 'plannedWeeks', planned_weeks, 'alert', left(alert, 1000), 'source', source)`;

async function deleteRows(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const own = Prisma.sql`jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and service_id = any(${ids}::uuid[])`;
  await ctx.tx
    .$executeRaw`delete from listing_reach where service_id in (select service_id from listing_search where ${own})`;
  for (const table of ["listing_search", "listing_card", "listing_words"])
    await ctx.tx.$executeRaw`delete from ${Prisma.raw(table)} where ${own}`;
}

/**
 * Writes the search rows of these services anew from their tables, in the caller's transaction. A listing
 * that is not published loses its rows. Every operation that changes a listing ends here, and so does an import.
 */
export async function writeSearchRows(ctx: Ctx, serviceIds: readonly string[]): Promise<void> {
  const { jurisdictionId } = ctx.actor;
  const step = 5_000;
  for (let at = 0; at < serviceIds.length; at += step) {
    const ids = serviceIds.slice(at, at + step);
    await deleteRows(ctx, ids);
    await ctx.tx.$executeRaw`with ${placedRows(jurisdictionId, ids, ctx.clock.now())} ${searchRows}`;
    await ctx.tx.$executeRaw`with ${placedRows(jurisdictionId, ids, ctx.clock.now())}
      insert into listing_card (jurisdiction_id, service_id, place_no, name, facts, card)
      select placed.jurisdiction_id, placed.id, placed.place_no, placed.name, to_json(fact), ${card}
      from placed join listing_search fact on fact.jurisdiction_id = placed.jurisdiction_id and fact.service_id = placed.id
        and fact.place_no = placed.place_no`;
    await ctx.tx.$executeRaw`${reachRows(jurisdictionId, ids)}`;
    await ctx.tx.$executeRaw`${wordRows(jurisdictionId, ids)}`;
  }
}
