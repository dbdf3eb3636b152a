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

/** Places that are not shown, and organizations that are held or have one. */
export interface Guarded {
  places: readonly string[];
  organizations: readonly string[];
}

/**
 * Listings of which other words may be told once these are hidden or shown: those of the same organizations, and whose texts say the name
 * of one, a listing there or a word of the name that few have.
 */
export async function mayName(ctx: Ctx, { places: locationIds, organizations }: Guarded): Promise<string[]> {
  const texts = Prisma.raw(`concat_ws(' ', ${toldOfService.map(({ ref }) => ref).join(", ")})`);
  const places = Prisma.sql`${[...locationIds]}::uuid[]`;
  const jurisdiction = Prisma.sql`${ctx.actor.jurisdictionId}::uuid`;
  const rows = await ctx.tx.$queryRaw<{ id: string }[]>`
    with owner as materialized (select distinct organization_id as id from location where id = any(${places})
      union select s.organization_id from service_at_location x join service s on s.id = x.service_id where x.location_id = any(${places})),
    own as materialized (
      select id, name, alternate_name, telling_words from organization where id = any(${[...organizations]}::uuid[]) or id in (select id from owner)),
    known as materialized (
      -- Words of a name that few have; which of them tell is known when the place is marked.
      select ' ' || word as name from (select distinct o.id, word from organization o cross join lateral unnest(array[o.name, o.alternate_name]) n(name)
        cross join lateral regexp_split_to_table(name_key(n.name), ' ') word where o.jurisdiction_id = ${jurisdiction} and length(word) >= 4) used
      group by word having count(*) <= 3 and bool_or(id in (select id from own))
      union select words_of(s.name) from service_at_location x join service s on s.id = x.service_id where x.location_id = any(${places}) and length(s.name) > 5
      union select words_of(split_part(n.name, ',', 1)) from own o cross join lateral unnest(array[o.name, o.alternate_name]) n(name) where length(n.name) > 5
      union select ' ' || word from own o cross join lateral unnest(o.telling_words) word),
    said as materialized (
      select s.id, s.organization_id, words_of(${texts}) as words from service s where s.jurisdiction_id = ${jurisdiction})
    select s.id from said s where s.organization_id in (select id from own)
      or exists (select from known where position(name in words) > 0)`;
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
  const ids = await mayName(ctx, { places: locationIds, organizations: [] });
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
