import { Prisma } from "~/db/generated/client";
import { heldRow } from "../outgoing/held-rows";
import { keptBack } from "../outgoing/kept-back";
import { toldColumn, toldWords } from "../outgoing/told-words";
import { faxNumber, silentType, textType } from "../reading/number-to-call";
import type { Chosen } from "../search/choose-listings.server";

const literal = (pattern: string) => `'${pattern}'`;
/** Numbers that ring, but for those that a hidden place keeps to itself. */
const voice = Prisma.sql`btrim(ph.type) !~* ${Prisma.raw(literal(silentType))} and ph.number !~* ${Prisma.raw(literal(faxNumber))}
  and not ${Prisma.raw(keptBack("phone", "ph"))}`;
/** Numbers for texts come after those that ring. */
const isText = Prisma.sql`btrim(ph.type) ~* ${Prisma.raw(literal(textType))}`;
/** An extension in a source's own words stays with a row that is held. */
const extension = Prisma.sql`coalesce(case when not ${Prisma.raw(heldRow("phone", "ph"))} then ph.extension_words end,
  ph.extension::text) as told_extension`;
const toldHours = Prisma.sql`not ${Prisma.raw(keptBack("schedule", "sc"))}`;

const namesOf: ReadonlySet<string> = new Set(["placed.name", "org_name"]);
/** What is told of words of a placed listing. */
export const toldOfPlaced = (words: string, more?: { names?: boolean; called?: boolean }): string =>
  `case when all_told then ${words} else ${toldWords(words, "placed.organization_id", more)} end`;
/** A long text on a card ends at a word, and says that it goes on: the program's page has it whole. It names no hidden place. */
const short = (told: string, most: number) => {
  const whole = Prisma.raw(told);
  const limit = Prisma.raw(String(most));
  return Prisma.sql`(select case when length(whole) <= ${limit} then whole
    else regexp_replace(left(whole, ${limit}), '\\s+\\S*$', '') || '…' end from (select ${whole} as whole offset 0) told)`;
};
const ownerOf = (service: string) => `(select so.organization_id from service so where so.id = ${service})`;
const toldOf = (table: string, column: string, owner = "placed.organization_id") =>
  Prisma.raw(toldColumn(table, column, column, owner));
/** A text of the listing's own, as it is where nothing is left out of any of them (`all_told`, placed-rows). */
const own = (column: string, most: number) =>
  short(toldOfPlaced(column, { names: namesOf.has(column), called: column === "placed.name" }), most);
/** The same, of a listing whose source's words may be told. */
const said = (column: string, most: number) =>
  Prisma.sql`case when not wordless then ${own(column, most)} end`;

/** The nearest phone: of the place, else of the service, the location, the organization. What keeps a number back is asked once of each. */
const phones = Prisma.sql`
  ringing as materialized (
    select ph.*, ${extension}, ${isText} as is_text from (
      select * from phone where id in (
        select p.id from phone p join spot on p.service_at_location_id = spot.sal_id
        union select p.id from phone p join spot using (service_id)
        union select p.id from phone p join spot using (location_id)
        union select p.id from phone p join spot using (organization_id)) offset 0) ph
    where ${voice}),
  own_phone as (
    select distinct on (service_id, place_no) service_id, place_no, number, told_extension as extension from (
      select sp.service_id, sp.place_no, 1 as kind, ph.service_id is not distinct from sp.service_id as mine,
        ph.location_id is not distinct from sp.location_id as here, ph.id, ph.number, ph.told_extension, is_text
      from spot sp join ringing ph on ph.service_at_location_id = sp.sal_id
      union all
      select sp.service_id, sp.place_no, 2, true, ph.location_id is not distinct from sp.location_id, ph.id, ph.number, ph.told_extension, is_text
      from spot sp join ringing ph on ph.service_id = sp.service_id) ph
    order by service_id, place_no, is_text, kind, mine desc, here desc, id),
  location_phone as (
    select distinct on (location_id) location_id, number, told_extension as extension from ringing
    where location_id in (select location_id from spot) order by location_id, is_text, id),
  organization_phone as (
    select distinct on (organization_id, bare) organization_id, bare, number, told_extension as extension
    from ringing cross join (values (true), (false)) as v(bare)
    where organization_id in (select organization_id from spot)
    order by organization_id, bare, is_text, (bare and location_id is null) desc, id)`;

const unlessHeld = (column: string) =>
  Prisma.raw(`case when not ${heldRow("schedule", "sc")} then sc.${column} end as ${column}`);
const hourColumns = Prisma.sql`sc.id, sc.byday, sc.opens_at, sc.closes_at, sc.valid_from, sc.valid_to, sc.until, sc.dtstart, sc.count,
  case when upper(sc.freq) in ('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY') then upper(sc.freq) end as freq, sc.interval,
  ${unlessHeld("bymonthday")}, sc.byweekno is not null or sc.byyearday is not null as more, ${unlessHeld("description")}, sc.kind, sc.closed,
  coalesce(sc.time_zone, (select j.time_zone from jurisdiction j where j.id = sc.jurisdiction_id)) as time_zone`;
/**
 * Usual hours of the listing at a place stand instead of the listing's, and those instead of the place's own; exceptions hold
 * for all.
 */
const hours = Prisma.sql`
  gathered as (
    select sp.service_id as of_service, sp.place_no, 2 as whose, ${hourColumns}
    from spot sp join schedule sc on sc.service_id = sp.service_id
    where sc.service_at_location_id is null and ${toldHours}
    union all
    select sp.service_id, sp.place_no, 1, ${hourColumns}
    from spot sp join schedule sc on sc.service_at_location_id = sp.sal_id where ${toldHours}
    union all
    select sp.service_id, sp.place_no, 3, ${hourColumns}
    from spot sp join schedule sc on sc.location_id = sp.location_id
    where sc.service_id is null and sc.service_at_location_id is null and ${toldHours}),
  nearest as (
    select of_service, place_no, min(whose) as whose from gathered where kind = 'regular' group by of_service, place_no),
  hours as (
    select sc.of_service as service_id, sc.place_no, json_agg(json_build_object('byday', coalesce(${toldOf("schedule", "byday", ownerOf("sc.of_service"))}, '{}'), 'opensAt', opens_at,
      'closesAt', closes_at, 'validFrom', valid_from, 'validTo', valid_to, 'until', until, 'dtstart', dtstart, 'count', count,
      'freq', freq, 'interval', "interval", 'bymonthday', ${toldOf("schedule", "bymonthday", ownerOf("sc.of_service"))}, 'more', more, 'description', ${short(toldWords("sc.description", ownerOf("sc.of_service")), 300)},
      'exception', sc.kind = 'exception', 'closed', sc.closed, 'timeZone', sc.time_zone)
      order by sc.kind = 'exception', sc.valid_from, sc.id) as list
    from gathered sc left join nearest n on n.of_service = sc.of_service and n.place_no = sc.place_no
    where sc.kind = 'exception' or sc.whose = n.whose or sc.kind <> 'regular'
    group by sc.of_service, sc.place_no)`;

/** What a card shows from other tables, by whole tables: `spot` has the chosen services' places. */
export const cardChildren = (chosen: Chosen): Prisma.Sql => Prisma.sql`${phones}, ${hours},
  door as (
    select distinct on (ad.location_id) ad.location_id, ad.address1, ad.city, ad.state_province, ad.postal_code
    from address ad
    where ad.location_id in (select location_id from spot) and ad.address_type = 'physical'
      and names_held(ad.attention) is not true and ad.city !~ '[0-9]' order by ad.location_id, ad.id),
  rules as (
    select r.service_id, json_agg(json_build_object('kind', r.kind, 'codes', ${toldOf("eligibility_rule", "codes", ownerOf("r.service_id"))}, 'minimum', r.minimum,
      'maximum', r.maximum, 'note', ${short(toldWords("r.note", ownerOf("r.service_id")), 200)}) order by r.kind, r.id) as list
    from eligibility_rule r where r.service_id in (${chosen}) group by r.service_id),
  roles as (
    select r.service_id, array_agg(distinct role order by role) as stated from eligibility_rule r, unnest(r.codes) as role
    where r.service_id in (${chosen}) and r.kind = 'caregiver_role' group by r.service_id),
  labels as (
    select a.link_id as service_id, string_agg(distinct t.name, ' ') as names
    from attribute a join taxonomy_term t on t.id = a.taxonomy_term_id
    where a.link_entity = 'service' and a.link_id in (${chosen}) group by a.link_id),
  papers as (
    select rd.service_id, json_agg(${short(toldWords("document", ownerOf("rd.service_id")), 300)} order by rd.id) as list
    from required_document rd where rd.service_id in (${chosen}) group by rd.service_id),
  counted as (
    select k.service_id, jsonb_agg(jsonb_build_object('from', k.age_min_months, 'to', k.age_max_months,
      'language', k.language, 'available', k.available, 'at', k.updated) order by k.age_min_months, k.language, k.id) as bands
    from service_capacity k
    where k.service_id in (${chosen}) and num_nonnulls(k.age_min_months, k.age_max_months, k.language) > 0 group by k.service_id)`;

/** Joins of what `cardChildren` gathers to `placed`. */
export const cardJoins = Prisma.sql`
  left join own_phone op on op.service_id = placed.id and op.place_no = placed.place_no
  left join location_phone lp on lp.location_id = placed.location_id
  left join organization_phone gp on gp.organization_id = placed.organization_id and gp.bare = (placed.location_id is null)
  left join hours on hours.service_id = placed.id and hours.place_no = placed.place_no
  left join door on door.location_id = placed.location_id
  left join rules on rules.service_id = placed.id
  left join roles on roles.service_id = placed.id
  left join papers on papers.service_id = placed.id
  left join counted on counted.service_id = placed.id`;

const phoneOf = (alias: string) => {
  const at = Prisma.raw(alias);
  return Prisma.sql`when ${at}.number is not null and (not wordless or ${at}.number ~ '^[0-9+() .-]{7}') then json_build_object('number',
    case when wordless then substring(${at}.number from '^[0-9+() .-]{7,20}') else ${at}.number end, 'extension', ${at}.extension)`;
};

/** A family's card. Nothing of where a hidden place is may be selected here. */
export const card = Prisma.sql`json_build_object(
  'slug', slug, 'name', ${own("placed.name", 300)}, 'organizationName', ${own("org_name", 300)}, 'familyText', case when wordless then '{}' else ${toldOf("service", "family_text")} end, 'description', coalesce(${said("description", 600)}, ''),
  'phone', case ${phoneOf("op")} ${phoneOf("lp")} ${phoneOf("gp")} end,
  'address', case when hidden or door.location_id is null then null else json_build_object(
      'street', case when visibility = 'full' then door.address1 end, 'city', door.city,
      'postalCode', case when visibility = 'full' then door.postal_code end) end,
  'hidden', hidden, 'transportation', case when hidden or visibility <> 'full' then null else ${short(toldWords("transportation", "placed.organization_id"), 300)} end,
  'schedules', coalesce(hours.list, '[]'),
  'who', case when wordless then '[]' else coalesce(rules.list, '[]') end,
  'evidence', case when evidence_rating is not null then json_build_object('rating', ${own("evidence_rating", 300)}, 'area', ${own("evidence_area", 300)},
    'reviewedOn', evidence_reviewed_on, 'url', ${toldOf("service", "evidence_url")}) end,
  'separateIntakeForFathers', separate_intake_for_fathers, 'dvSafeIntake', dv_safe_intake, 'noIdAccepted', no_id_accepted,
  'documents', case when wordless then '[]' else coalesce(papers.list, '[]') end,
  'feesDescription', ${said("fees_description", 1000)}, 'childcareOnSite', childcare_on_site, 'transportOffered', ${toldOf("service", "transport_offered")},
  'capacityAvailable', room_available, 'waitlistDays', waitlist_days, 'capacitySource', capacity_source,
  'acceptsReferrals', may_receive and not paused,
  'acceptsSelfReferral', accepts_self_referral,
  'needsSignedRelease', needs_signed_release or victim_service_provider or part2_program,
  'modelName', ${said("model_name", 300)}, 'plannedWeeks', planned_weeks, 'alert', ${said("alert", 1000)}, 'source', source)`;
