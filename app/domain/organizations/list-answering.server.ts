import type { Ctx } from "../kernel/context";

/**
 * Of these organizations, those where somebody answers: a person who works here, or an address that is known to be read
 * and takes mail. An address that came with an import is known only once somebody answered from it (decision 0017). Whoever
 * promises a reply or a call asks this first.
 */
export async function listAnswering(
  ctx: Ctx,
  input: { organizationIds: readonly string[] },
): Promise<ReadonlySet<string>> {
  const { organizationIds } = input;
  if (organizationIds.length === 0) return new Set();
  const rows = await ctx.tx.$queryRaw<{ id: string }[]>`
    select o.id from organization o
    where o.jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and o.id = any(${organizationIds}::uuid[])
      and (exists (select from membership m where m.jurisdiction_id = o.jurisdiction_id
          and m.organization_id = o.id and m.ended_at is null)
        or (o.email is not null and (o.source = 'portal' or o.email = o.answering_email)
          and not exists (select from mail_suppression s
            where s.email_hash = encode(sha256(convert_to(lower(trim(o.email)), 'UTF8')), 'hex')
              and (s.until is null or s.until > ${ctx.clock.now()}))))`;
  return new Set(rows.map(({ id }) => id));
}
