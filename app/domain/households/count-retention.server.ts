import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../kernel/context";
import { whereFor } from "../kernel/index.server";
import { dueForRetention } from "./due-for-retention.server";
import type { RetentionCounts, RetentionDays, RetentionKind } from "./retention";

/** How much would end now after so many days: counts, nothing of whom. Changes nothing. Throws Forbidden. */
export async function countRetention(ctx: Ctx, input: { days: RetentionDays }): Promise<RetentionCounts> {
  whereFor(ctx, "count_due", "IntakeCall");
  const count = async (kind: RetentionKind): Promise<number> => {
    const due = dueForRetention(ctx, kind, input.days);
    if (!due) return 0;
    // A call that goes takes its draft with it.
    const whole = kind === "drafts" ? dueForRetention(ctx, "calls", input.days) : null;
    const [row] = await ctx.tx.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from intake_call c where ${due} ${whole ? Prisma.sql`and not (${whole})` : Prisma.empty}`;
    return row?.count ?? 0;
  };
  return { calls: await count("calls"), drafts: await count("drafts") };
}
