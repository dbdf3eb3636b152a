import type { Ctx } from "../../kernel/context";
import type { RecordTable } from "../extract-columns";
import { createStagedSql, stagedColumns, stagedName } from "../stage-records-sql";

/** Keeps the rows of a waiting extract as they were given, so that the tables can be rebuilt from the extracts that remain. */
export async function keepExtractRows(ctx: Ctx, runId: string, tables: Iterable<RecordTable>): Promise<void> {
  for (const table of tables)
    await ctx.tx.$executeRawUnsafe(
      `insert into agency_extract_row (jurisdiction_id, import_run_id, file, row)
       select $1::uuid, $2::uuid, $3, jsonb_strip_nulls(to_jsonb(s)) from ${stagedName(table)} s`,
      ...[ctx.actor.jurisdictionId, runId, table],
    );
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
     cross join lateral jsonb_populate_record(null::${staged}, '{"race_codes": [], "maltreatment_types": []}'::jsonb || k.row) r
     where k.jurisdiction_id = $1::uuid and k.import_run_id = $2::uuid and k.file = $3 order by k.id`,
    ...[ctx.actor.jurisdictionId, runId, table],
  );
  await ctx.tx.$executeRawUnsafe(`analyze ${staged}`);
  return rows;
}
