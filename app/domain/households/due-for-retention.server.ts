import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../kernel/context";
import { earlier } from "../kernel/durations";
import type { RetentionDays, RetentionKind } from "./retention";

/**
 * SQL: the calls `c` of the actor's jurisdiction of which something is due. A call: when no referral came of it, whose history
 * names it. A draft: what was typed on a call that nobody ended. Null where a kind never ends.
 */
export function dueForRetention(ctx: Ctx, kind: RetentionKind, days: RetentionDays): Prisma.Sql | null {
  if (days[kind] === 0) return null;
  const before = earlier(ctx.clock.now(), { days: days[kind] });
  const old = Prisma.sql`c.jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and c.started_at < ${before}`;
  if (kind === "drafts") return Prisma.sql`${old} and c.ended_at is null`;
  return Prisma.sql`${old} and not exists (select from service_referral r where r.call_id = c.id)`;
}
