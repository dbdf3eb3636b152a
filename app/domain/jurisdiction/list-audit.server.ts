import type { z } from "zod";
import { Prisma } from "~/db/generated/client";
import { addDays, startOfDay } from "../kernel/calendar";
import type { Ctx } from "../kernel/context";
import { recordAudit, whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { readSettings } from "../organizations/index.server";
import { auditPageSize, listAuditSchema } from "./list-audit.schema";
import { namesOf } from "./names-of.server";
import { agencyEntities, notSealed } from "./not-sealed.server";

export type AuditLine = {
  id: string;
  at: Date;
  actorKind: string;
  actorRole: string | null;
  by: string | null;
  event: string;
  /** The end of the row's id, to find entries about the same one; no name. */
  of: string | null;
  fields: string[];
  reason: string | null;
};
export type AuditPage = { rows: AuditLine[]; total: number; from: string; to: string };

type Row = Omit<AuditLine, "by" | "of"> & { actorId: string | null; entity: string; entityId: string | null };
type Asked = z.output<typeof listAuditSchema>;

const lastDays = 7;

const askedSql = ({ userId, kind, noun }: Asked) => Prisma.sql`
  (${userId}::text is null or a.actor_id = ${userId})
  and (${kind} = 'all' or (a.event ~ '[._]read$') = (${kind} = 'read'))
  and (${noun}::text is null or split_part(a.event, '.', 1) = ${noun})`;

/** Of what is typed about a family nothing is shown, only codes. */
function shownReason({ entity, reason }: Row): string | null {
  return agencyEntities.includes(entity) || /^[a-z0-9_.-]{1,60}$/.test(reason ?? "") ? reason : null;
}

/**
 * One page of who read and who changed what, the newest first: of the last days unless others are asked for. Nothing of what
 * a victim service or substance use program does with a family. That it was read is an entry itself. Throws Forbidden.
 */
export async function listAudit(ctx: Ctx, input: z.input<typeof listAuditSchema>): Promise<AuditPage> {
  whereFor(ctx, "list", "AuditEntry");
  const asked = parseInput(listAuditSchema, input);
  const { timeZone } = await readSettings(ctx);
  const to = asked.to ?? ctx.clock.today(timeZone);
  const from = asked.from ?? addDays(to, 1 - lastDays);
  const where = Prisma.sql`a.jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid
    and a.at >= ${startOfDay(timeZone, from)} and a.at < ${startOfDay(timeZone, addDays(to, 1))}
    and ${askedSql(asked)} and ${notSealed(ctx)}`;
  const rows = await ctx.tx.$queryRaw<Row[]>`
    select a.id, a.at, a.actor_kind as "actorKind", a.actor_id as "actorId", a.actor_role as "actorRole", a.event,
      a.entity, a.entity_id as "entityId", a.fields, a.reason
    from audit_entry a where ${where} order by a.at desc, a.id desc
    limit ${auditPageSize} offset ${(asked.page - 1) * auditPageSize}`;
  const [counted] = await ctx.tx.$queryRaw<{ total: number }[]>`
    select count(*)::int as total from audit_entry a where ${where}`;
  await recordAudit(ctx, {
    ...{ event: "audit.read", entity: "AuditEntry", entityId: null },
    fields: Object.entries(asked).flatMap(([name, value]) =>
      value === null || value === "all" ? [] : [name],
    ),
  });
  const names = await namesOf(
    ctx,
    rows.map(({ actorId }) => actorId),
  );
  return {
    ...{ total: counted?.total ?? 0, from, to },
    rows: rows.map(({ entity, entityId, actorId, ...row }) => ({
      ...row,
      by: names.get(actorId ?? "") ?? (row.actorKind === "system" ? actorId : null),
      of: entityId?.slice(-8) ?? null,
      reason: shownReason({ ...row, entity, entityId, actorId }),
    })),
  };
}
