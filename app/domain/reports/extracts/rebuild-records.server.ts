import type { Ctx } from "../../kernel/context";
import { lockJurisdiction, recordAudit, whereFor } from "../../kernel/index.server";
import { keptColumns, recordTables, storageOf, type RecordTable } from "../extract-columns";
import { settleStaged } from "../settle-staged.server";
import { stagedName } from "../stage-records-sql";
import { stageKeptRows } from "./keep-extract-rows.server";
import type { TableCounts } from "./list-records-runs.server";
import { applyShadowSql, createShadowSql, dropShadowSql } from "./rebuild-sql";

/** Rows from before extracts kept theirs. */
const BEFORE = "00000000-0000-0000-0000-000000000000";

/** `since`: when the first extract that was taken back had come; null where none waits. */
export type Rebuilt = { withdrawn: number; since: Date | null };
type Kept = {
  importRunId: string;
  given: Partial<Record<RecordTable, string[]>>;
  counts: Partial<Record<RecordTable, TableCounts>>;
};

/** Takes an extract in again, as it once came: its rows wait, and are settled as those of any import. */
async function replay(ctx: Ctx, { importRunId, given, counts }: Kept): Promise<void> {
  const found = await ctx.tx.$queryRaw<{ file: RecordTable }[]>`
    select distinct file from agency_extract_row
    where jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and import_run_id = ${importRunId}::uuid`;
  const files = new Set([...found.map(({ file }) => file), ...(Object.keys(counts) as RecordTable[])]);
  const rows = new Map<RecordTable, number>();
  const columns = new Map<RecordTable, ReadonlySet<string>>();
  for (const table of recordTables.filter((one) => files.has(one))) {
    rows.set(table, await stageKeptRows(ctx, importRunId, table));
    columns.set(table, new Set(given[table] ?? keptColumns(table).map(({ name }) => name)));
  }
  const staged = { given: rows, columns, latest: "" };
  await settleStaged(ctx, importRunId, staged, (table) => counts[table]?.refused ?? 0);
  for (const table of rows.keys()) await ctx.tx.$executeRawUnsafe(`drop table ${stagedName(table)}`);
}

async function applyAll(ctx: Ctx): Promise<void> {
  const { jurisdictionId } = ctx.actor;
  for (const table of recordTables) {
    await ctx.tx.$executeRawUnsafe(`analyze pg_temp.${storageOf(table).table}`);
    const { remove, update, insert } = applyShadowSql(table);
    for (const sql of [remove, update, insert]) await ctx.tx.$executeRawUnsafe(sql, jurisdictionId);
  }
  for (const table of recordTables) await ctx.tx.$executeRawUnsafe(dropShadowSql(table));
}

/**
 * Brings the tables to what the extracts that were not withdrawn say, in the caller's one transaction; their kept rows go with
 * the withdrawn ones. A row that stays keeps its id. Nothing happens where none waits to be taken back. System alone.
 */
export async function rebuildRecords(ctx: Ctx): Promise<Rebuilt> {
  whereFor(ctx, "import", "AgencyChild");
  await lockJurisdiction(ctx, "records");
  const { jurisdictionId } = ctx.actor;
  const where = { jurisdictionId };
  const events = await ctx.tx.agencyExtractEvent.findMany({ where: { ...where, kind: "withdrawn" } });
  const gone = events.map(({ importRunId }) => importRunId);
  const waiting = await ctx.tx.importRun.findMany({
    where: { ...where, id: { in: gone }, state: { not: "withdrawn" } },
    select: { id: true },
  });
  const ids = waiting.map(({ id }) => id);
  if (ids.length === 0) return { withdrawn: 0, since: null };
  const extracts = await ctx.tx.agencyExtract.findMany({ where, orderBy: { number: "asc" } });
  const remaining = extracts.filter(({ importRunId }) => !gone.includes(importRunId)) as unknown as Kept[];
  for (const table of recordTables) await ctx.tx.$executeRawUnsafe(createShadowSql(table));
  for (const kept of [{ importRunId: BEFORE, given: {}, counts: {} }, ...remaining]) await replay(ctx, kept);
  await applyAll(ctx);
  const runs = remaining.map(({ importRunId }) => importRunId);
  for (const id of ids)
    await ctx.tx.$executeRaw`select protected.rebuild_report_secrets(${id}::uuid, ${runs}::uuid[])`;
  await ctx.tx.agencyExtractRow.deleteMany({ where: { ...where, importRunId: { in: ids } } });
  await ctx.tx.importRun.updateMany({
    where: { ...where, id: { in: ids } },
    data: { state: "withdrawn", dataThrough: null },
  });
  for (const entityId of ids)
    await recordAudit(ctx, { event: "records.rebuilt", entity: "ImportRun", entityId });
  const taken = extracts.filter(({ importRunId }) => ids.includes(importRunId));
  return { withdrawn: ids.length, since: taken[0]?.takenAt ?? null };
}
