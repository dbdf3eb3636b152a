import { z } from "zod";
import { sendJob } from "~/db/job-queue.server";
import { staffUserId } from "../../kernel/actor";
import { recordAudit } from "../../kernel/audit.server";
import type { Ctx } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { whereFor } from "../../kernel/policy.server";

const sourceForm = /^[\w.-]{1,60}$/;
const startImportRunSchema = z.object({
  /** The name under which the file was put away. */
  id: z.uuid(),
  source: z.string().trim().regex(sourceForm),
  fileName: z.string().max(200),
});

/** An uploaded package waits to be read by the worker. Throws Forbidden, Invalid. */
export async function startImportRun(ctx: Ctx, input: z.input<typeof startImportRunSchema>): Promise<void> {
  whereFor(ctx, "import", "Service");
  const { id, source, fileName } = parseInput(startImportRunSchema, input);
  const { jurisdictionId } = ctx.actor;
  const started = { startedAt: ctx.clock.now(), startedById: staffUserId(ctx.actor), state: "waiting" };
  await ctx.tx.importRun.create({ data: { id, jurisdictionId, kind: "hsds", source, fileName, ...started } });
  await recordAudit(ctx, { event: "directory.import_asked", entity: "ImportRun", entityId: id });
  await sendJob(ctx.tx, "import-directory", { runId: id, jurisdictionId });
}

export interface MarkedRun {
  source: string;
  fileName: string | null;
  state: string;
}

/** How far the worker is with an upload. Answers the run as it is now. Throws Forbidden, NotFound. */
export async function markImportRun(
  ctx: Ctx,
  input: { id: string; state?: "running" | "done" | "failed"; failure?: string },
): Promise<MarkedRun> {
  whereFor(ctx, "import", "Service");
  const where = { id: input.id, jurisdictionId: ctx.actor.jurisdictionId };
  if (input.state) {
    const finishedAt = input.state === "running" ? null : ctx.clock.now();
    const failure = input.failure?.slice(0, 1_000) ?? null;
    await ctx.tx.importRun.updateMany({ where, data: { state: input.state, finishedAt, failure } });
  }
  const run = await ctx.tx.importRun.findFirst({
    where,
    select: { source: true, fileName: true, state: true },
  });
  if (!run) throw new NotFound();
  return run;
}
