import type { Ctx } from "~/domain/kernel/context";
import { whereFor } from "~/domain/kernel/index.server";
import { dateOf, dateIn } from "../../kernel/calendar";
import { quartersBack } from "./quarters";

export type ListedReport = {
  id: string;
  quarter: string;
  revision: number;
  reason: string | null;
  dataThrough: string;
  frozenAt: string;
  frozenByName: string | null;
};

/** Frozen reports, the newest quarter first and its revisions newest first; and the quarters one may be written for. */
export async function listReports(ctx: Ctx): Promise<{ reports: ListedReport[]; quarters: string[] }> {
  const rows = await ctx.tx.boardReport.findMany({
    where: whereFor(ctx, "list", "BoardReport"),
    orderBy: [{ quarter: "desc" }, { revision: "desc" }],
    omit: { figures: true, notes: true },
  });
  const { timeZone } = await ctx.tx.jurisdiction.findUniqueOrThrow({
    where: { id: ctx.actor.jurisdictionId },
    select: { timeZone: true },
  });
  return {
    reports: rows.map(({ id, quarter, revision, reason, dataThrough, frozenAt, frozenByName }) => ({
      ...{ id, quarter, revision, reason, frozenByName },
      dataThrough: dateOf(dataThrough),
      frozenAt: frozenAt.toISOString(),
    })),
    quarters: quartersBack(dateIn(timeZone, ctx.clock.now()), 8),
  };
}
