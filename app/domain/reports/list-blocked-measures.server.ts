import type { Ctx } from "~/domain/kernel/context";
import { whereFor } from "~/domain/kernel/index.server";
import { recordTables, storageOf } from "./extract-columns";
import type { ExtractLack } from "./extract-origin";

/** Whether rows of one of these imports still stand in a table. */
async function stands(ctx: Ctx, table: string, runIds: string[]): Promise<boolean> {
  const rows = await ctx.tx.$queryRawUnsafe<{ found: boolean }[]>(
    `select exists (select from ${table} where jurisdiction_id = $1::uuid and import_run_id = any($2::uuid[])) as found`,
    ctx.actor.jurisdictionId,
    runIds,
  );
  return rows[0]?.found ?? false;
}

/**
 * Measures that the agency's records as they stand would give a wrong number, each with why: rows came from a format that
 * cannot say what the measure needs. They are blocked until another extract has replaced these rows.
 */
export async function listBlockedMeasures(ctx: Ctx): Promise<Map<string, string[]>> {
  whereFor(ctx, "compute", "MaltreatmentReport");
  const extracts = await ctx.tx.agencyExtract.findMany({
    where: { jurisdictionId: ctx.actor.jurisdictionId },
    select: { importRunId: true, format: true, lacks: true },
    orderBy: { number: "asc" },
  });
  const blocked = new Map<string, string[]>();
  for (const table of recordTables) {
    const misleading = extracts.flatMap(({ importRunId, format, lacks }) =>
      (lacks as unknown as ExtractLack[])
        .filter(({ misleads }) => misleads === table)
        .map((lack) => ({ ...lack, importRunId, why: `${table}: ${format} ${lack.lacks}` })),
    );
    const runIds = misleading.map(({ importRunId }) => importRunId);
    if (runIds.length === 0 || !(await stands(ctx, storageOf(table).table, runIds))) continue;
    for (const { measures, why } of misleading)
      for (const measure of measures)
        blocked.set(measure, [...new Set([...(blocked.get(measure) ?? []), why])]);
  }
  return blocked;
}
