import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { withNames } from "../outgoing/remember-names.server";
import { namesIn, toldOfService, toldWords } from "../outgoing/told-words";
import { writeSearchRows } from "../search-index/write-search-rows.server";

/** SQL: the listings of a jurisdiction of which a text names a place that is not shown, with what is told of them. */
export const listNaming = (jurisdiction: string): string => `
  select s.id, md5(concat_ws('|', ${toldOfService.map((_, at) => `t.c${at}`).join(", ")})) as told from service s
  cross join lateral (select ${toldOfService.map(({ told }, at) => `${told} as c${at}`).join(", ")} offset 0) t
  where s.jurisdiction_id = ${jurisdiction} and s.listing_state in ('published', 'unpublished')
    and (${toldOfService.map(({ ref }, at) => `t.c${at} is distinct from ${ref}`).join(" or ")})`;

const toldName = (words: string) => toldWords(words, "s.organization_id", namesIn("service", "name"));

/**
 * SQL: listings whose name names a place that is not shown get another address, since one made of the name says what the name
 * does not; also where it is made of a name that was changed since.
 */
export const forgetTellingSlugs = (jurisdiction: string): string => `
  update service s set slug = 'program-' || substr(md5(s.id::text || s.slug), 1, 8)
  where s.jurisdiction_id = ${jurisdiction} and s.slug !~ '^program-[0-9a-f]{8}$'
    and (${toldName("s.name")} is distinct from s.name
      or ${toldName("initcap(replace(s.slug, '-', ' '))")} is distinct from initcap(replace(s.slug, '-', ' ')))`;

/** Words for a refuge, as kept_names() has them. */
const refuge = "shelter|refug|albergue|safe ?house|violenc|battered";
/** What a point looks like: few texts hold one. */
const point = "\\d{2}[.]\\d{3}";

/** Places that are not shown, and organizations that are held or have one. */
export interface Guarded {
  places: readonly string[];
  organizations: readonly string[];
  /** Words of streets and buildings that are not kept. */
  words: readonly string[];
}

/**
 * Listings whose texts may name one of these: they hold a place's street's number and name, in its own organization's, or beside its name or a
 * refuge, the name alone, the end of its phone, a point, or an organization's name.
 */
export async function mayName(
  ctx: Ctx,
  { places: locationIds, organizations, words: given }: Guarded,
): Promise<string[]> {
  const words = Prisma.raw(
    `lower(unaccent(plain_text(concat_ws(' ', ${toldOfService.map(({ ref }) => ref).join(", ")}))))`,
  );
  const places = Prisma.sql`${[...locationIds]}::uuid[]`;
  const jurisdiction = Prisma.sql`${ctx.actor.jurisdictionId}::uuid`;
  const rows = await ctx.tx.$queryRaw<{ id: string }[]>`
    with owner as materialized (select distinct organization_id as id from location where id = any(${places})),
    own as materialized (
      select id, name, alternate_name, telling_words from organization where id = any(${[...organizations]}::uuid[]) or id in (select id from owner)),
    -- Words of a name that few have; which of them tell is known when the place is marked.
    called as materialized (
      select word from (select distinct o.id, word from organization o cross join lateral unnest(array[o.name, o.alternate_name]) n(name)
        cross join lateral regexp_split_to_table(name_key(n.name), ' ') word where o.jurisdiction_id = ${jurisdiction} and length(word) >= 4) used
      group by word having count(*) <= 3 and bool_or(id in (select id from own))
      union select lower(unaccent(s.name)) from service_at_location x join service s on s.id = x.service_id where x.location_id = any(${places}) and length(s.name) > 5),
    hint as materialized (
      select regexp_replace(key, '^.* ', '') as word, split_part(key, ' ', 1) as number
        from (select p.key from address a cross join lateral street_lines(a.address1, a.address2) line cross join lateral street_parts(line) p
            where a.location_id = any(${places})
          union select p.key from service_at_location x join field_change f on f.jurisdiction_id = ${jurisdiction} and f.service_id = x.service_id
            cross join lateral unnest(array[f.previous, f.replacement]) w cross join lateral street_parts(w) p
            where x.location_id = any(${places}) and f.entity = 'address' and f.field = 'address_1') street where key is not null),
    known as materialized (
      select words_of(split_part(n.name, ',', 1)) as name from own o cross join lateral unnest(array[o.name, o.alternate_name]) n(name) where length(n.name) > 5
      union select ' ' || word from own o cross join lateral unnest(o.telling_words) word
      union select ' ' || word || ' ' from unnest(${[...given]}::text[]) word
      union select ' ' || building_key(said) || ' ' from (
        select name as said from location where id = any(${places}) union select alternate_name from location where id = any(${places})
        union select address2 from address where location_id = any(${places})) building where building_key(said) is not null),
    line as materialized (
      select phone_key(p.number) as key from phone p where p.location_id = any(${places})
        or p.service_at_location_id in (select x.id from service_at_location x where x.location_id = any(${places}))
        or p.contact_id in (select c.id from contact c where c.location_id = any(${places}))),
    said as materialized (
      select s.id, s.organization_id, ${words} as words from service s where s.jurisdiction_id = ${jurisdiction}),
    folded as materialized (
      select id, organization_id, words, words_of(words) as plain, case when exists (select from line) then regexp_replace(words, '\\D', '', 'g') end as digits from said)
    select s.id from folded s where words ~ ${point} or exists (select from known where position(name in plain) > 0)
      or exists (select from line where position(key in digits) > 0)
      or exists (select from hint where position(word in words) > 0 and (position(number in words) > 0
        or s.organization_id in (select id from owner) or words ~ ${refuge} or exists (select from called where position(called.word in words) > 0)))`;
  return rows.map(({ id }) => id);
}

/** What is told of the texts of these listings. */
async function naming(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await withNames(ctx, () =>
    ctx.tx.$queryRaw<{ id: string; told: string }[]>(
      Prisma.sql`${Prisma.raw(listNaming("app_jurisdiction()"))} and s.id = any(${[...ids]}::uuid[])`,
    ),
  );
  return new Map(rows.map(({ id, told: words }) => [id, words]));
}

/**
 * Remembers by what a text would name these places while they are not shown whole, or forgets it where they are; before their
 * addresses go. Listings of anybody that name one count as changed, and are written anew for search; their version stays, since
 * what is kept of them does: whoever saves one of them, this place's own among them, overwrites nobody's words.
 */
export async function markHiddenPlaces(ctx: Ctx, locationIds: readonly string[]): Promise<void> {
  if (locationIds.length === 0) return;
  const ids = await mayName(ctx, { places: locationIds, organizations: [], words: [] });
  const before = await naming(ctx, ids);
  await ctx.tx.$executeRaw`select mark_hidden_places(${[...locationIds]}::uuid[])`;
  const after = await naming(ctx, ids);
  await ctx.tx.$executeRaw(
    Prisma.sql`${Prisma.raw(forgetTellingSlugs("app_jurisdiction()"))} and (s.id = any(${ids}::uuid[])
      or s.organization_id in (select organization_id from location where id = any(${[...locationIds]}::uuid[])))`,
  );
  const telling = [...new Set([...before.keys(), ...after.keys()])];
  const changed = telling.filter((id) => before.get(id) !== after.get(id));
  if (changed.length > 0)
    await ctx.tx.$executeRaw`
      update service set last_modified = ${ctx.clock.now()}
      where jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and id = any(${changed}::uuid[])`;
  // Also those that are told alike before and after: a decision on a hold has changed what is told before it came here.
  await writeSearchRows(ctx, telling);
}
