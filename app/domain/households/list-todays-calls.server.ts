import type { Ctx } from "../kernel/context";
import { recordAudit, whereFor } from "../kernel/index.server";
import type { CallRow } from "./call-views";
import { todaysCallsWhere } from "./todays-calls-where.server";

/** The day's calls, the latest first: the worker's own, or the whole team's for a supervisor. At most 200. */
export async function listTodaysCalls(ctx: Ctx): Promise<CallRow[]> {
  const reach = whereFor(ctx, "read", "IntakeCall");
  const rows = await ctx.tx.intakeCall.findMany({
    where: { AND: [reach, await todaysCallsWhere(ctx)] },
    orderBy: { startedAt: "desc" },
    take: 200,
    include: {
      household: { select: { caregiverName: true } },
      _count: { select: { referrals: true, information: true } },
    },
  });
  await recordAudit(ctx, { event: "call.list_read", entity: "IntakeCall", entityId: null });
  return rows.map(({ id, line, caller, startedAt, endedAt, household, keptServiceIds, _count }) => ({
    id,
    line,
    caller,
    startedAt,
    endedAt,
    familyName: household?.caregiverName ?? null,
    done: _count.referrals + _count.information + (keptServiceIds.length > 0 ? 1 : 0),
  }));
}
