import type { Ctx } from "../../kernel/context";
import type { RecordTable } from "../extract-columns";
import { createStagedSql, stagedColumns, stagedName } from "../stage-records-sql";

type Batch = { runId: string; table: RecordTable; from: string; columns: readonly string[] };

/** Keeps the rows of one temporary table, in these columns, so that the tables can be rebuilt from the extracts that remain. */
export async function keepBatch(ctx: Ctx, { runId, table, from, columns }: Batch): Promise<void> {
  const list = columns.map((column) => `s.${column}`).join(", ");
  await ctx.tx.$executeRawUnsafe(
    `insert into agency_extract_row (jurisdiction_id, import_run_id, file, row)
     select $1::uuid, $2::uuid, $3, (select row_to_json(r) from (select ${list}) r) from ${from} s`,
    ...[ctx.actor.jurisdictionId, runId, table],
  );
}

/** Keeps of an extract what still waits, in place of what was kept as it was read: rows were refused, or given twice. */
export async function keepWhatWaits(ctx: Ctx, runId: string, tables: Iterable<RecordTable>): Promise<void> {
  await ctx.tx
    .$executeRaw`delete from agency_extract_row where jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and import_run_id = ${runId}::uuid`;
  for (const table of tables)
    await keepBatch(ctx, { runId, table, from: stagedName(table), columns: stagedColumns(table) });
}

/** Lets the kept rows of an extract's file wait again; answers how many. */
export async function stageKeptRows(ctx: Ctx, runId: string, table: RecordTable): Promise<number> {
  const staged = stagedName(table);
  await ctx.tx.$executeRawUnsafe(`drop table if exists ${staged}`);
  await ctx.tx.$executeRawUnsafe(createStagedSql(table));
  const columns = stagedColumns(table);
  const rows = await ctx.tx.$executeRawUnsafe(
    `insert into ${staged} (${columns.join(", ")}) select ${columns.map((column) => `r.${column}`).join(", ")}
     from agency_extract_row k
     cross join lateral jsonb_populate_record(null::${staged}, '{"race_codes": [], "maltreatment_types": []}'::jsonb || k.row::jsonb) r
     where k.jurisdiction_id = $1::uuid and k.import_run_id = $2::uuid and k.file = $3 order by k.id`,
    ...[ctx.actor.jurisdictionId, runId, table],
  );
  await ctx.tx.$executeRawUnsafe(`analyze ${staged}`);
  return rows;
}
