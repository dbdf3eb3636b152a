import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";

export interface ListedConflict {
  id: string;
  source: string;
  entity: string;
  field: string;
  ours: string | null;
  theirs: string | null;
  at: Date;
  decision: string | null;
  /** The listing, or the organization, that it belongs to. */
  name: string;
  serviceId: string | null;
}

const shown = 100;

/** Fields in which a source differs from what people have confirmed: those that wait, then the last decided. Throws Forbidden. */
export async function listImportConflicts(
  ctx: Ctx,
): Promise<{ open: ListedConflict[]; decided: ListedConflict[]; waiting: number }> {
  whereFor(ctx, "import", "Service");
  const { jurisdictionId } = ctx.actor;
  const rows = await ctx.tx.$queryRaw<ListedConflict[]>`
    (select c.id, c.source, c.entity, c.field, left(c.ours, 2000) as ours, left(c.theirs, 2000) as theirs, c.at, c.decision,
      coalesce(s.name, o.name, '') as name, c.service_id as "serviceId"
    from import_conflict c left join service s on s.id = c.service_id left join organization o on o.id = c.entity_id
    where c.jurisdiction_id = ${jurisdictionId}::uuid and c.decided_at is null
    order by c.at desc, s.name, c.field, c.id limit ${shown})
    union all
    (select c.id, c.source, c.entity, c.field, left(c.ours, 2000), left(c.theirs, 2000), c.decided_at, coalesce(c.decision, 'overtaken'),
      coalesce(s.name, o.name, ''), c.service_id
    from import_conflict c left join service s on s.id = c.service_id left join organization o on o.id = c.entity_id
    where c.jurisdiction_id = ${jurisdictionId}::uuid and c.decided_at is not null
    order by c.decided_at desc, c.id limit 20)`;
  const waiting = await ctx.tx.importConflict.count({ where: { jurisdictionId, decidedAt: null } });
  return {
    open: rows.filter((row) => row.decision === null),
    decided: rows.filter((row) => row.decision !== null),
    waiting,
  };
}
