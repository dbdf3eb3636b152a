import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "~/domain/kernel/context";
import { Conflict, Invalid } from "~/domain/kernel/errors";
import { newId } from "~/domain/kernel/ids";
import { recordAudit, whereFor } from "~/domain/kernel/index.server";
import { parseInput } from "~/domain/kernel/parse-input";
import { dateIn } from "../../kernel/calendar";
import { freezeReportSchema, type FreezeReportInput } from "./freeze-report.schema";
import { gatherFigures } from "./gather-figures.server";
import { daysOfQuarter } from "./quarters";

/** Who froze it, by membership and by name; a command has neither. */
const byWhom = ({ actor }: Ctx) =>
  actor.kind === "staff"
    ? { frozenById: actor.membershipId, frozenByName: actor.name }
    : { frozenById: null, frozenByName: null };

async function nextRevision(ctx: Ctx, quarter: string, reason: string): Promise<number> {
  const last = await ctx.tx.boardReport.findFirst({
    where: { AND: [whereFor(ctx, "read", "BoardReport"), { quarter }] },
    orderBy: { revision: "desc" },
    select: { revision: true },
  });
  if (last && reason === "") throw new Invalid({ reason: ["needed_for_revision"] });
  return (last?.revision ?? 0) + 1;
}

/**
 * Freezes what the goals' pages show now as the quarter's report, in the manager's words beside it. A second one of a quarter says why.
 * Answers its id. Invalid by field: `quarter` "not_over" before its first day, "no_numbers" before anything was computed, `reason` "needed_for_revision";
 * Conflict when somebody froze the same at the same moment.
 */
export async function freezeReport(
  ctx: Ctx,
  input: FreezeReportInput,
): Promise<{ id: string; revision: number }> {
  whereFor(ctx, "write", "BoardReport");
  const { quarter, noteEn, noteEs, reason } = parseInput(freezeReportSchema, input);
  const jurisdictionId = ctx.actor.jurisdictionId;
  const { timeZone } = await ctx.tx.jurisdiction.findUniqueOrThrow({
    where: { id: jurisdictionId },
    select: { timeZone: true },
  });
  const today = dateIn(timeZone, ctx.clock.now());
  if (daysOfQuarter(quarter)[0] > today) throw new Invalid({ quarter: ["not_begun"] });
  const revision = await nextRevision(ctx, quarter, reason);
  const gathered = await gatherFigures(ctx);
  if (!gathered) throw new Invalid({ quarter: ["no_numbers"] });
  const { runId, dataThrough, ...figures } = gathered;
  const id = newId(ctx.clock.now());
  const { count } = await ctx.tx.boardReport.createMany({
    data: [
      {
        ...{ id, jurisdictionId, quarter, revision, runId, reason: reason || null, ...byWhom(ctx) },
        figures: figures as unknown as Prisma.InputJsonValue,
        notes: { en: noteEn, es: noteEs },
        dataThrough: new Date(dataThrough),
        frozenAt: ctx.clock.now(),
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) throw new Conflict("report_changed");
  await recordAudit(ctx, { event: "board_report.frozen", entity: "BoardReport", entityId: id });
  return { id, revision };
}
