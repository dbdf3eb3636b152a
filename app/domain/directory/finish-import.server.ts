import type { Prisma } from "~/db/generated/client";
import { recordAudit } from "../kernel/audit.server";
import type { Ctx } from "../kernel/context";
import { newId } from "../kernel/ids";
import { whereFor } from "../kernel/policy.server";
import { writeSearchRows } from "./write-search-rows.server";

export interface FinishedImport {
  source: string;
  startedAt: Date;
  /** contracts.md section 2; counts, files, lines and reasons. */
  report: object;
  /** False when every row was as before: search need not be written anew. */
  changed: boolean;
}

/** After an import: no address is left of a hidden place; search rows of everything the source holds, the run with its report, and an audit entry. Throws Forbidden. */
export async function finishImport(ctx: Ctx, input: FinishedImport): Promise<void> {
  whereFor(ctx, "import", "Service");
  const { jurisdictionId } = ctx.actor;
  if (input.changed) {
    await ctx.tx.address.deleteMany({ where: { jurisdictionId, location: { visibility: "hidden" } } });
    const rows = await ctx.tx.service.findMany({
      where: { jurisdictionId, source: input.source },
      select: { id: true },
    });
    await writeSearchRows(
      ctx,
      rows.map((row) => row.id),
    );
  }
  const at = ctx.clock.now();
  const id = newId(at);
  const report = input.report as Prisma.InputJsonObject;
  await ctx.tx.importRun.create({
    data: {
      id,
      jurisdictionId,
      kind: "hsds",
      source: input.source,
      startedAt: input.startedAt,
      finishedAt: at,
      report,
    },
  });
  await recordAudit(ctx, { event: "directory.imported", entity: "ImportRun", entityId: id });
}
