import { z } from "zod";
import { Prisma } from "~/db/generated/client";
import { sendJob } from "~/db/job-queue.server";
import { staffUserId } from "../../kernel/actor";
import { recordAudit, whereFor } from "../../kernel/index.server";
import type { Ctx } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import type { ImportProgress } from "./import-progress";

const sourceForm = /^[\w.-]{1,60}$/;
const startImportRunSchema = z.object({
  /** The name under which the file was put away. */
  id: z.uuid(),
  source: z.string().trim().regex(sourceForm),
  fileName: z.string().max(200),
  /** A command reads at once; an upload waits for the worker. */
  queued: z.boolean().default(true),
});

/** A package is there to be read: by the worker, unless a command does it itself. Throws Forbidden, Invalid. */
export async function startImportRun(ctx: Ctx, input: z.input<typeof startImportRunSchema>): Promise<void> {
  whereFor(ctx, "import", "Service");
  const { id, source, fileName, queued } = parseInput(startImportRunSchema, input);
  const { jurisdictionId } = ctx.actor;
  const started = { startedAt: ctx.clock.now(), startedById: staffUserId(ctx.actor), state: "waiting" };
  await ctx.tx.importRun.create({ data: { id, jurisdictionId, kind: "hsds", source, fileName, ...started } });
  await recordAudit(ctx, { event: "directory.import_asked", entity: "ImportRun", entityId: id });
  if (queued) await sendJob(ctx.tx, "import-directory", { runId: id, jurisdictionId });
}

export interface MarkedRun {
  source: string;
  fileName: string | null;
  state: string;
}

/** The states from which a run may come to this one: what has ended stays ended, and what is to be cancelled does not go on. */
const from = {
  running: ["waiting", "running"],
  done: ["running"],
  failed: ["waiting", "running", "cancelling"],
};

/** What became of a run, and how far it is. Answers the run as it is now. Throws Forbidden, NotFound. */
export async function markImportRun(
  ctx: Ctx,
  input: { id: string; state?: "running" | "done" | "failed"; failure?: string; progress?: ImportProgress },
): Promise<MarkedRun> {
  whereFor(ctx, "import", "Service");
  const where = { id: input.id, jurisdictionId: ctx.actor.jurisdictionId };
  if (input.state) {
    const finishedAt = input.state === "running" ? null : ctx.clock.now();
    const failure = input.failure?.slice(0, 1_000) ?? null;
    await ctx.tx.importRun.updateMany({
      where: { ...where, state: { in: from[input.state] } },
      data: { state: input.state, finishedAt, failure, progress: Prisma.DbNull },
    });
  }
  if (input.progress) {
    const progress = { ...input.progress };
    await ctx.tx.importRun.updateMany({ where: { ...where, state: "running" }, data: { progress } });
  }
  const run = await ctx.tx.importRun.findFirst({
    where,
    select: { source: true, fileName: true, state: true },
  });
  if (!run) throw new NotFound();
  return run;
}
