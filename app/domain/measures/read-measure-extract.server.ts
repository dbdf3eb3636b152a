import type { Ctx } from "~/domain/kernel/context";
import { whereFor } from "~/domain/kernel/index.server";
import { extractTables, type ExtractTable } from "~/domain/reports/extract-columns";
import { listReportOrigins } from "~/domain/reports/index.server";
import { extractSources } from "./measure-extract-sources";

export type ExtractBatch = { table: ExtractTable; rows: Record<string, string | null>[] };

const BATCH = 5000;
function queryOf(table: ExtractTable): string {
  const { columns, more = [], from } = extractSources[table];
  const named = Object.entries(columns).map(([name, sql]) => `${sql} as "${name}"`);
  return `select ${[...named, ...more].join(", ")} from ${from}`;
}

type Row = Record<string, string | null>;

/** Rows in batches through a cursor of the caller's transaction: one reading of each table, one batch in memory. */
async function* readInBatches(ctx: Ctx, table: ExtractTable): AsyncGenerator<Row[]> {
  await ctx.tx.$executeRawUnsafe(`declare measure_extract no scroll cursor for ${queryOf(table)}`);
  for (;;) {
    const rows = await ctx.tx.$queryRawUnsafe<Row[]>(`fetch ${BATCH} from measure_extract`);
    if (rows.length === 0) break;
    yield rows;
  }
  await ctx.tx.$executeRawUnsafe("close measure_extract");
}

/**
 * The rows that measures are computed from, as the files of contracts.md section 1, in batches: all children of the
 * agency by pseudonymous ids, no names; of the portal the counted referrals. An unlinked child of a referred family has an index row without a child id.
 */
export async function* readMeasureExtract(ctx: Ctx): AsyncGenerator<ExtractBatch> {
  whereFor(ctx, "compute", "MeasureMember");
  const { timeZone } = await ctx.tx.jurisdiction.findUniqueOrThrow({
    where: { id: ctx.actor.jurisdictionId },
    select: { timeZone: true },
  });
  const origins = await listReportOrigins(
    ctx,
    "computing measures: a referral's own report is never its outcome",
  );
  await ctx.tx
    .$queryRaw`select set_config('app.time_zone', ${timeZone}, true), set_config('cursor_tuple_fraction', '1', true)`;
  for (const table of extractTables) {
    for await (const rows of readInBatches(ctx, table)) {
      const named =
        table === "index"
          ? rows.map((row) => ({ ...row, origin_report_id: origins.get(row["referral_id"] ?? "") ?? null }))
          : rows;
      yield { table, rows: named };
    }
  }
}
