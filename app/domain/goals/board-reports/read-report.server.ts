import type { Ctx } from "~/domain/kernel/context";
import { NotFound } from "~/domain/kernel/errors";
import { whereFor } from "~/domain/kernel/index.server";
import { dateOf } from "../../kernel/calendar";
import { changesBetween, type FigureChange, type ReportFigures } from "./report-figures";

export type BoardReport = {
  id: string;
  quarter: string;
  revision: number;
  notes: { en: string; es: string };
  reason: string | null;
  dataThrough: string;
  frozenAt: string;
  frozenByName: string | null;
  place: string;
  timeZone: string;
  figures: ReportFigures;
  /** What differs from the quarter's report before it; null of a first one. */
  changes: FigureChange[] | null;
};

/** A frozen report with what changed since the one before it. NotFound for another jurisdiction's. */
export async function readReport(ctx: Ctx, { id }: { id: string }): Promise<BoardReport> {
  const reach = whereFor(ctx, "read", "BoardReport");
  const row = await ctx.tx.boardReport.findFirst({ where: { AND: [reach, { id }] } });
  if (!row) throw new NotFound();
  const { title, name, timeZone } = await ctx.tx.jurisdiction.findUniqueOrThrow({
    where: { id: row.jurisdictionId },
    select: { title: true, name: true, timeZone: true },
  });
  const before = await ctx.tx.boardReport.findFirst({
    where: { AND: [reach, { quarter: row.quarter, revision: row.revision - 1 }] },
    select: { figures: true },
  });
  const figures = row.figures as unknown as ReportFigures;
  const { quarter, revision, reason, frozenByName } = row;
  return {
    ...{ id, quarter, revision, reason, frozenByName, figures, timeZone },
    place: title || name,
    notes: row.notes as BoardReport["notes"],
    dataThrough: dateOf(row.dataThrough),
    frozenAt: row.frozenAt.toISOString(),
    changes: before && changesBetween(before.figures as unknown as ReportFigures, figures),
  };
}
