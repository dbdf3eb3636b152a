import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { guardedTwins } from "./guarded-twins.server";
import type { ListingSaid } from "./victim-evidence";

export type SaidRow = Omit<ListingSaid, "terms"> & { id: string; organizationId: string; terms: string[] };

/** Words without which no rule finds anything; the rules themselves are victim-evidence.ts's. */
const broad =
  "violen|batter|abus|rape|sexual|traffick|safe|refug|albergue|maltrat|golpead|agred|trata de|shelter|afraid|scared|frighten|threaten|terrif|danger|segur|salvo|peligro|miedo|teme|amenaz";

/** Of a listing `s`: imported, and neither confirmed nor decided to be none. */
const undecided = (
  own: Prisma.Sql,
) => Prisma.sql`s.jurisdiction_id = ${own} and s.source <> 'portal' and s.merged_into_id is null
  and s.assured_at is null and not exists (select from safety_hold h
    where h.organization_id = s.organization_id and h.jurisdiction_id = ${own} and h.status = 'is_not')`;

/**
 * What imported listings say that nobody has confirmed and nobody has decided about, as far as it may tell a victim service.
 * Whole tables are joined once each: an import runs it where no statistics are yet.
 */
export async function readSaid(ctx: Ctx, chosen: Prisma.Sql): Promise<SaidRow[]> {
  const own = Prisma.sql`${ctx.actor.jurisdictionId}::uuid`;
  return ctx.tx.$queryRaw<SaidRow[]>`
    with termed as materialized (
      select a.link_id, array_agg(distinct t.name) as names from attribute a join taxonomy_term t on t.id = a.taxonomy_term_id
      where a.jurisdiction_id = ${own} and a.link_entity = 'service' group by a.link_id),
    placed as materialized (
      select p.service_id, string_agg(concat_ws(' ', l.name, l.alternate_name, left(l.description, 5000)), ' ') as words
      from service_at_location p join location l on l.id = p.location_id
      where l.jurisdiction_id = ${own} group by p.service_id),
    said as (
      select s.id, s.organization_id as "organizationId", plain_text(concat_ws(', ', s.name, s.alternate_name)) as name,
        plain_text(concat_ws(', ', o.name, o.alternate_name)) as "organizationName", plain_text(left(o.description, 20000)) as "organizationDescription",
        plain_text(concat_ws(' ', left(s.description, 20000), placed.words)) as description,
        s.need_codes || coalesce(termed.names, '{}') as terms
      from service s join organization o on o.id = s.organization_id join (${chosen}) chosen on chosen.id = s.id
      left join termed on termed.link_id = s.id left join placed on placed.service_id = s.id
      where ${undecided(own)})
    select * from said where concat_ws(' ', name, "organizationName", description, "organizationDescription",
      array_to_string(terms, ' ')) ~* ${broad}`;
}

export interface TwinRow {
  /** Null of an organization that has no listing: what it says of itself leaves all the same. */
  id: string | null;
  organizationId: string;
  name: string;
  /** The organization that is held or hidden and seems to be the same one. */
  known: string;
}

/** Such listings of organizations that seem to be one that is held or hidden already, and such organizations without any. */
export async function readTwins(ctx: Ctx, chosen: Prisma.Sql): Promise<TwinRow[]> {
  const own = Prisma.sql`${ctx.actor.jurisdictionId}::uuid`;
  return ctx.tx.$queryRaw<TwinRow[]>`
    with ${guardedTwins(own)}
    select s.id, s.organization_id as "organizationId", concat_ws(', ', s.name, s.alternate_name) as name, twin.known
    from twin join service s on s.organization_id = twin.id join (${chosen}) chosen on chosen.id = s.id
    where ${undecided(own)}
    union all select null, o.id, '', twin.known from twin join organization o on o.id = twin.id
    where o.source <> 'portal' and not exists (select from service s where s.organization_id = o.id and s.merged_into_id is null)
      and not exists (select from safety_hold h where h.organization_id = o.id)`;
}
