import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { toldOfService, toldWords } from "../outgoing/told-words";
import { writeSearchRows } from "../search-index/write-search-rows.server";

/** SQL: the listings of a jurisdiction of which a text names a place that is not shown, with what is told of them. */
export const listNaming = (jurisdiction: string): string => `
  select s.id, md5(concat_ws('|', ${toldOfService.map((_, at) => `t.c${at}`).join(", ")})) as told from service s
  cross join lateral (select ${toldOfService.map(({ told }, at) => `${told} as c${at}`).join(", ")} offset 0) t
  where s.jurisdiction_id = ${jurisdiction} and s.listing_state in ('published', 'unpublished')
    and (${toldOfService.map(({ ref }, at) => `t.c${at} is distinct from ${ref}`).join(" or ")})`;

/**
 * SQL: listings whose name names a place that is not shown get another address, since one made of the name says what the name
 * does not.
 */
export const forgetTellingSlugs = (jurisdiction: string): string => `
  update service s set slug = 'program-' || substr(md5(s.id::text || s.slug), 1, 8)
  where s.jurisdiction_id = ${jurisdiction} and s.slug !~ '^program-[0-9a-f]{8}$'
    and ${toldWords("s.name", "s.organization_id", { names: true })} is distinct from s.name`;

/** Words for a refuge, as kept_names() has them. */
const refuge = "shelter|refug|albergue|safe ?house|violenc|battered";
/** What a point looks like: few texts hold one. */
const point = "\\d{2}[.]\\d{3}";

/**
 * Listings whose texts may name one of these places: they hold its street's number and name, in its own organization's, or beside its name or a
 * refuge, the name alone, the end of its phone, or a point.
 */
async function mayName(ctx: Ctx, locationIds: readonly string[]): Promise<string[]> {
  const words = Prisma.raw(
    `lower(unaccent(plain_text(concat_ws(' ', ${toldOfService.map(({ ref }) => ref).join(", ")}))))`,
  );
  const places = Prisma.sql`${[...locationIds]}::uuid[]`;
  const jurisdiction = Prisma.sql`${ctx.actor.jurisdictionId}::uuid`;
  const rows = await ctx.tx.$queryRaw<{ id: string }[]>`
    with owner as materialized (select distinct organization_id as id from location where id = any(${places})),
    called as materialized (
      select distinct word from organization o join owner using (id), regexp_split_to_table(lower(unaccent(concat_ws(' ', o.name, o.alternate_name))), '[^a-z]+') word
      where length(word) >= 4),
    hint as materialized (
      select regexp_replace(key, '^.* ', '') as word, split_part(key, ' ', 1) as number
        from (select p.key from address a cross join lateral street_parts(a.address1) p where a.location_id = any(${places})
          union select p.key from service_at_location x join field_change f on f.jurisdiction_id = ${jurisdiction} and f.service_id = x.service_id
            cross join lateral unnest(array[f.previous, f.replacement]) w cross join lateral street_parts(w) p
            where x.location_id = any(${places}) and f.entity = 'address' and f.field = 'address_1') street
      union select word, '' from (
          select name as said from location where id = any(${places}) union select alternate_name from location where id = any(${places})
          union select address2 from address where location_id = any(${places})) called
        cross join lateral regexp_split_to_table(building_key(called.said), ' ') word where length(word) > 3
      union select right(phone_key(p.number), 4), '' from phone p where p.location_id = any(${places})
        or p.service_at_location_id in (select x.id from service_at_location x where x.location_id = any(${places}))
        or p.contact_id in (select c.id from contact c where c.location_id = any(${places}))),
    said as materialized (
      select s.id, s.organization_id, ${words} as words from service s where s.jurisdiction_id = ${jurisdiction})
    select s.id from said s where s.words ~ ${point} or exists (select from hint where word is not null and position(word in words) > 0
      and (position(number in words) > 0 or s.organization_id in (select id from owner) or words ~ ${refuge}
        or exists (select from called where position(called.word in words) > 0)))`;
  return rows.map(({ id }) => id);
}

/** What is told of the texts of these listings. */
async function naming(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.tx.$queryRaw<{ id: string; told: string }[]>(
    Prisma.sql`${Prisma.raw(listNaming("app_jurisdiction()"))} and s.id = any(${[...ids]}::uuid[])`,
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
  const ids = await mayName(ctx, locationIds);
  const before = await naming(ctx, ids);
  await ctx.tx.$executeRaw`select mark_hidden_places(${[...locationIds]}::uuid[])`;
  const after = await naming(ctx, ids);
  await ctx.tx.$executeRaw(
    Prisma.sql`${Prisma.raw(forgetTellingSlugs("app_jurisdiction()"))} and s.id = any(${ids}::uuid[])`,
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
