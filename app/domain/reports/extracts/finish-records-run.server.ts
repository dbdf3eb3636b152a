import type { Prisma } from "~/db/generated/client";
import { markImportRun } from "../../directory/index.server";
import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";

/** Keeps what an import said of itself, in the import's own transaction, and says that it is done. System alone. */
export async function finishRecordsRun(
  ctx: Ctx,
  input: { id: string; report: Prisma.InputJsonObject },
): Promise<void> {
  whereFor(ctx, "import", "AgencyChild");
  const where = { id: input.id, jurisdictionId: ctx.actor.jurisdictionId, kind: "records" };
  await ctx.tx.importRun.updateMany({ where, data: { report: input.report } });
  await markImportRun(ctx, { id: input.id, state: "done" });
}
