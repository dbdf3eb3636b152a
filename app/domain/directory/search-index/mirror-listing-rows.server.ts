import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { type Chosen, chooseListings } from "../search/choose-listings.server";

/** Which listings, with the arrays and counts that rows are made of. */
const chosenRows = (jurisdictionId: string, ids: Chosen) => Prisma.sql`
  chosen as (select s.id, s.jurisdiction_id, s.staff_languages, s.interpreter_languages, s.need_codes, s.evidence_rating,
      s.protective_factors, s.capacity_as_of, s.capacity_available, s.capacity_status
    from service s where s.jurisdiction_id = ${jurisdictionId}::uuid and s.id in (${ids}))`;

/**
 * Languages: one row a code, "spoken by staff" or "by interpreter". A source's own row of the same language stands for it.
 * With `follow` (somebody has just said which languages) a source's row of a language that is said no more goes.
 */
const languages = (from: Prisma.Sql, follow: boolean) => Prisma.sql`
  with ${from},
  wanted as (
    select distinct mirror_id(c.id, 'language:' || w.kind || ':' || w.code) as id, c.jurisdiction_id, c.id as service_id, w.code,
      case w.kind when 'staff' then 'spoken by staff' else 'by interpreter' end as note
    from chosen c cross join lateral (
      select 'staff' as kind, unnest(c.staff_languages) as code
      union all select 'interpreter', unnest(c.interpreter_languages)) w),
  needed as (
    select w.* from wanted w where not exists (
      select from language l where l.service_id = w.service_id and l.id <> w.id
        and plain_language(coalesce(l.code, l.name)) = plain_language(w.code)
        and (coalesce(l.note, '') ilike '%interpret%') = (w.note = 'by interpreter'))),
  gone as (
    delete from language l using chosen c where l.service_id = c.id and l.code is not null
      and (l.id in (mirror_id(c.id, 'language:staff:' || l.code), mirror_id(c.id, 'language:interpreter:' || l.code))
        or ${follow} and not plain_language(l.code) = any(c.staff_languages || c.interpreter_languages))
      and not exists (select from needed n where n.id = l.id))
  insert into language (id, jurisdiction_id, service_id, code, note)
  select id, jurisdiction_id, service_id, code, note from needed on conflict (id) do nothing`;

/** Needs, rating and protective factors as attributes of our own taxonomies (migration open_data). */
const attributes = (from: Prisma.Sql) => Prisma.sql`
  with ${from},
  term as (
    select t.id, t.code, case x.source_id when 'needs' then 'need' when 'evidence' then 'evidence' else 'protective_factor' end as link_type
    from taxonomy x join taxonomy_term t on t.taxonomy_id = x.id
    where x.source = 'upstream' and x.source_id in ('needs', 'evidence', 'protective_factors')),
  wanted as (
    select mirror_id(x.service_id, x.link_type || ':' || x.code) as id, x.* from (
      select distinct c.jurisdiction_id, c.id as service_id, t.id as term_id, t.link_type, t.code
      from (
        select id, jurisdiction_id, 'need' as link_type, unnest(need_codes) as code from chosen
        union all select id, jurisdiction_id, 'evidence', evidence_rating from chosen where evidence_rating is not null
        union all select id, jurisdiction_id, 'protective_factor', unnest(protective_factors) from chosen) c
      join term t using (link_type, code)) x),
  needed as (
    select w.* from wanted w where not exists (
      select from attribute a where a.link_id = w.service_id and a.taxonomy_term_id = w.term_id and a.id <> w.id)),
  gone as (
    delete from attribute a using chosen c, term t
    where a.link_id = c.id and a.link_entity = 'service' and a.taxonomy_term_id = t.id
      and a.id = mirror_id(c.id, t.link_type || ':' || t.code) and not exists (select from needed n where n.id = a.id))
  insert into attribute (id, jurisdiction_id, link_entity, link_id, taxonomy_term_id, link_type)
  select id, jurisdiction_id, 'service', service_id, term_id, link_type from needed on conflict (id) do nothing`;

/** What counts of openings count: one row of the jurisdiction for all its listings, a source's where one came first. */
const unit = (jurisdictionId: string) => Prisma.sql`
  insert into unit (id, jurisdiction_id, name)
  select mirror_id(${jurisdictionId}::uuid, 'unit:opening'), ${jurisdictionId}::uuid, 'opening'
  where not exists (select from unit where jurisdiction_id = ${jurisdictionId}::uuid and name = 'opening')
  on conflict (id) do nothing`;

/**
 * The whole count of openings. Where a source has one row of the whole, that row follows as soon as the count is newer;
 * else the row is ours.
 */
const capacities = (from: Prisma.Sql, jurisdictionId: string) => Prisma.sql`
  with ${from},
  counted as (
    select c.id as service_id, c.jurisdiction_id, mirror_id(c.id, 'capacity') as id, c.capacity_as_of as updated,
      coalesce(c.capacity_available, case when c.capacity_status in ('full', 'waitlist') then 0 end) as available
    from chosen c where c.capacity_as_of is not null),
  whole as (
    select k.service_id, (array_agg(k.id))[1] as id, count(*) as n from service_capacity k join chosen c on c.id = k.service_id
    where k.age_min_months is null and k.age_max_months is null and k.language is null and k.id <> mirror_id(c.id, 'capacity')
    group by k.service_id),
  followed as (
    update service_capacity k set available = w.available, updated = w.updated from whole o join counted w using (service_id)
    where o.n = 1 and k.id = o.id and w.available is not null and w.updated > k.updated),
  needed as (
    select w.* from counted w left join whole o using (service_id)
    where w.available is not null and coalesce(o.n, 0) <> 1),
  gone as (
    delete from service_capacity k using chosen c where k.service_id = c.id and k.id = mirror_id(c.id, 'capacity')
      and not exists (select from needed n where n.id = k.id))
  insert into service_capacity as k (id, jurisdiction_id, service_id, unit_id, available, updated)
  select n.id, n.jurisdiction_id, n.service_id, u.id, n.available, n.updated from needed n
  cross join lateral (select id from unit where jurisdiction_id = ${jurisdictionId}::uuid and name = 'opening'
    order by source = 'portal' desc, id limit 1) u
  on conflict (id) do update set available = excluded.available, updated = excluded.updated
  where (k.available, k.updated) is distinct from (excluded.available, excluded.updated)`;

/** The same for listings that a query chooses. */
export async function mirrorChosenRows(ctx: Ctx, ids: Chosen, languagesSaid = false): Promise<void> {
  const { jurisdictionId } = ctx.actor;
  const from = chosenRows(jurisdictionId, ids);
  await ctx.tx.$executeRaw`${unit(jurisdictionId)}`;
  await ctx.tx.$executeRaw`${languages(from, languagesSaid)}`;
  await ctx.tx.$executeRaw`${attributes(from)}`;
  await ctx.tx.$executeRaw`${capacities(from, jurisdictionId)}`;
}

/**
 * Writes what these listings keep in arrays and counts as rows of the HSDS tables, in the caller's transaction: whatever leaves
 * as open data exists as a row. Ids are made of the listing's id and the word, so that writing again changes nothing.
 * `languagesSaid`: somebody has just said them, and a source's rows follow.
 */
export async function mirrorListingRows(
  ctx: Ctx,
  serviceIds: readonly string[],
  { languagesSaid = false }: { languagesSaid?: boolean } = {},
): Promise<void> {
  await chooseListings(ctx, serviceIds, (chosen) => mirrorChosenRows(ctx, chosen, languagesSaid));
}
