import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { hiddenLocation } from "../outgoing/outgoing-gate";

/** SQL: somebody of its own people has confirmed a listing at this place, and so that it is shown. */
export const confirmedPlace = (location: string): string => `exists (select from service_at_location cx
  join service cs on cs.id = cx.service_id where cx.location_id = ${location} and cx.closed_at is null and cs.assured_at is not null)`;

/** SQL: two folded names are one, are written nearly alike (a letter, a hyphen), or one of them holds the other. */
export const likeNames = (one: string, other: string): string => `(${one} = ${other}
  or length(${other}) > 8 and position(replace(${other}, ' ', '') in replace(${one}, ' ', '')) > 0
  or length(${one}) > 8 and position(replace(${one}, ' ', '') in replace(${other}, ' ', '')) > 0
  or similarity(${one}, ${other}) >= 0.6)`;

export interface SamePlace {
  id: string;
  /** What the hidden place shows all the same. */
  tells: string[];
}

/**
 * Imported places that nobody has confirmed and that stand at the street and number, or the point, of a hidden one (`of` these, or of all)
 * of the same organization, or of one whose name is the same, holds it or shares a word that few have: they would tell what it hides.
 */
export async function findSamePlaces(ctx: Ctx, of: readonly string[] | null): Promise<SamePlace[]> {
  const own = Prisma.sql`${ctx.actor.jurisdictionId}::uuid`;
  const hidden = Prisma.raw(hiddenLocation("l"));
  return ctx.tx.$queryRaw<SamePlace[]>`
    with known as materialized (
      select l.id, l.tells_while_hidden as tells, l.organization_id from location l
      where l.jurisdiction_id = ${own} and (${of === null} or l.id = any(${[...(of ?? [])]}::uuid[])) and ${hidden}
        and exists (select from hidden_mark m where m.location_id = l.id)),
    owner as materialized (
      select w.place, o.id, name_key(o.name) as name, o.telling_words as telling from (
        select k.id as place, k.organization_id as id from known k
        union select k.id, s.organization_id from known k join service_at_location x on x.location_id = k.id
          join service s on s.id = x.service_id) w join organization o on o.id = w.id),
    alike as materialized (
      select distinct w.place, o.id from owner w join organization o
      on o.jurisdiction_id = ${own} and (o.id = w.id or o.merged_into_id = w.id or ${Prisma.raw(likeNames("name_key(o.name)", "w.name"))}
        or exists (select from unnest(w.telling) word where position(' ' || word || ' ' in ' ' || name_key(o.name) || ' ') > 0))),
    beside as materialized (
      select w.place, l.id, l.latitude, l.longitude from (
        select w.place, l.id from alike w join location l on l.organization_id = w.id
        union select w.place, x.location_id from alike w join service s on s.organization_id = w.id
          join service_at_location x on x.service_id = s.id) w join location l on l.id = w.id
      where l.jurisdiction_id = ${own} and l.source <> 'portal' and not ${hidden} and not ${Prisma.raw(confirmedPlace("l.id"))}),
    said as (
      select b.place, b.id, p.key from beside b join address a on a.location_id = b.id cross join lateral street_parts(a.address1) p
      union all select b.place, b.id, k from beside b cross join lateral point_keys(b.latitude::numeric, b.longitude::numeric) k)
    select distinct on (w.id) w.id, k.tells from said w join known k on k.id = w.place
      join hidden_mark m on m.location_id = w.place and m.mark = mark_of(w.key)
    order by w.id, cardinality(k.tells)`;
}
