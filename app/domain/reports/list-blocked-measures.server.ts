import type { Ctx } from "~/domain/kernel/context";
import { whereFor } from "~/domain/kernel/index.server";
import { recordTables, storageOf } from "./extract-columns";
import type { ExtractLack } from "./extract-origin";
import { qualityChecks, type CheckedQuality } from "./extracts/quality-checks";

/** Whether rows of one of these imports still stand in a table. */
async function stands(ctx: Ctx, table: string, runIds: string[]): Promise<boolean> {
  const rows = await ctx.tx.$queryRawUnsafe<{ found: boolean }[]>(
    `select exists (select from ${table} where jurisdiction_id = $1::uuid and import_run_id = any($2::uuid[])) as found`,
    ctx.actor.jurisdictionId,
    runIds,
  );
  return rows[0]?.found ?? false;
}

/** By measure, the federal limits that the last extract to be held against them was beyond. */
function blockedByQuality(byExtract: readonly CheckedQuality[][]): Map<string, string[]> {
  const blocked = new Map<string, string[]>();
  const last = new Map(byExtract.flat().map((checked) => [checked.id, checked]));
  for (const check of qualityChecks) {
    const checked = last.get(check.id);
    if (checked?.status !== "block") continue;
    const why = `data quality: ${check.id} ${(checked.share * 100).toFixed(1)} %`;
    for (const measure of check.measures) blocked.set(measure, [...(blocked.get(measure) ?? []), why]);
  }
  return blocked;
}

/**
 * Measures that the agency's records as they stand would give a wrong number, each with why: rows came from a format that
 * cannot say what the measure needs, and are blocked until another extract has replaced these rows; or the last extract was
 * beyond a federal data-quality limit, and they are blocked until a better one comes.
 */
export async function listBlockedMeasures(ctx: Ctx): Promise<Map<string, string[]>> {
  whereFor(ctx, "compute", "MaltreatmentReport");
  const extracts = await ctx.tx.agencyExtract.findMany({
    where: { jurisdictionId: ctx.actor.jurisdictionId },
    select: { importRunId: true, format: true, lacks: true, checks: true },
    orderBy: { number: "asc" },
  });
  const withdrawn = await ctx.tx.agencyExtractEvent.findMany({
    where: { jurisdictionId: ctx.actor.jurisdictionId, kind: "withdrawn" },
    select: { importRunId: true },
  });
  const gone = new Set(withdrawn.map(({ importRunId }) => importRunId));
  const standing = extracts.filter(({ importRunId }) => !gone.has(importRunId));
  const blocked = blockedByQuality(standing.map(({ checks }) => checks as unknown as CheckedQuality[]));
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
