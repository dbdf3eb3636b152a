import { z } from "zod";
import { sendJob } from "~/db/job-queue.server";
import { staffUserId } from "../../kernel/actor";
import { asColumn, isIsoDate } from "../../kernel/calendar";
import type { Ctx } from "../../kernel/context";
import { Invalid } from "../../kernel/errors";
import { recordAudit, whereFor } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";

const startRecordsRunSchema = z.object({
  /** The name under which the files were put away. */
  id: z.uuid(),
  source: z.string().trim().min(1).max(200),
  fileName: z.string().max(200),
  /** The last day that the extract covers; empty takes what the files say. */
  asOf: z.string().trim(),
  /** A command reads at once; an upload waits for the worker. */
  queued: z.boolean().default(true),
});

/**
 * Files of an extract are there to be read: by the worker, unless a command does it itself. Throws Forbidden, and Invalid
 * for a last day that is none or has not come.
 */
export async function startRecordsRun(ctx: Ctx, input: z.input<typeof startRecordsRunSchema>): Promise<void> {
  whereFor(ctx, "import", "AgencyExtract");
  const { id, source, fileName, asOf, queued } = parseInput(startRecordsRunSchema, input);
  const { jurisdictionId } = ctx.actor;
  const { timeZone } = await ctx.tx.jurisdiction.findUniqueOrThrow({
    where: { id: jurisdictionId },
    select: { timeZone: true },
  });
  if (asOf !== "" && !isIsoDate(asOf)) throw new Invalid({ asOf: ["not_a_date"] });
  if (asOf > ctx.clock.today(timeZone)) throw new Invalid({ asOf: ["not_in_time"] });
  await ctx.tx.importRun.create({
    data: {
      ...{ id, jurisdictionId, kind: "records", source, fileName, state: "waiting" },
      ...{ startedAt: ctx.clock.now(), startedById: staffUserId(ctx.actor) },
      asOf: asOf === "" ? null : asColumn(asOf),
    },
  });
  await recordAudit(ctx, { event: "records.import_asked", entity: "ImportRun", entityId: id });
  if (queued) await sendJob(ctx.tx, "import-records", { runId: id, jurisdictionId });
}
