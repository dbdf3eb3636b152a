import { actorStamp } from "~/domain/kernel/actor";
import { asColumn } from "~/domain/kernel/calendar";
import type { Ctx } from "~/domain/kernel/context";
import { newId } from "~/domain/kernel/ids";
import { keptColumns, type RecordTable } from "./extract-columns";
import { judgeJumps, type Compared } from "./extracts/compare-extract.server";
import type { TableCounts } from "./extracts/list-records-runs.server";
import type { CheckedQuality } from "./extracts/quality-checks";
import type { ExtractOrigin } from "./extract-origin";
import type { Settled } from "./settle-staged.server";
import type { Staged } from "./stage-batches.server";
import { stagedName } from "./stage-records-sql";

type Recorded = {
  runId: string;
  source: string;
  asOf: string | null;
  origin: ExtractOrigin;
  staged: Staged;
  settled: Settled;
  refused(table: RecordTable): number;
  compared: Compared;
  checks: readonly CheckedQuality[];
};

/** Of the rows that were given and not refused or repeated, the share that says something, by column. */
async function measureCompleteness(ctx: Ctx, table: RecordTable): Promise<Record<string, number>> {
  const columns = keptColumns(table).map(({ name, kind }) => {
    const says =
      typeof kind === "object" && "words" in kind ? `cardinality(${name}) > 0` : `${name} is not null`;
    return `round(coalesce(avg((${says})::int), 0), 4)::float8 as ${name}`;
  });
  const rows = await ctx.tx.$queryRawUnsafe<Record<string, number>[]>(
    `select ${columns.join(", ")} from ${stagedName(table)}`,
  );
  return rows[0] ?? {};
}

/**
 * Writes down what an extract was, while its rows still wait: number, last day, source, who, files, counts and how complete
 * each column is. Never changed afterwards. Answers its number.
 */
export async function recordExtract(ctx: Ctx, recorded: Recorded): Promise<number> {
  const { jurisdictionId } = ctx.actor;
  const { runId, source, asOf, origin, staged, settled, refused, compared, checks } = recorded;
  const completeness: Record<string, Record<string, number>> = {};
  const counts: Record<string, TableCounts> = {};
  for (const [table, given] of staged.given) {
    completeness[table] = await measureCompleteness(ctx, table);
    const refusedRows = refused(table) + (settled.refusedRows.get(table) ?? 0);
    counts[table] = { given: given + refused(table), refused: refusedRows, ...settled.counts[table] };
  }
  const jumps = await judgeJumps(ctx, compared, { format: origin.format, counts, completeness });
  const given = Object.fromEntries([...staged.columns].map(([table, names]) => [table, [...names]]));
  const last = await ctx.tx.agencyExtract.aggregate({ where: { jurisdictionId }, _max: { number: true } });
  const takenAt = ctx.clock.now();
  const { number } = await ctx.tx.agencyExtract.create({
    data: {
      ...{ id: newId(takenAt), jurisdictionId, number: (last._max.number ?? 0) + 1, importRunId: runId },
      ...{ format: origin.format, source, asOf: asOf === null ? null : asColumn(asOf) },
      ...{ takenAt, takenBy: actorStamp(ctx.actor).actorId, counts, completeness, given },
      ...{ checks: checks.map((check) => ({ ...check })), jumps: jumps.map((jump) => ({ ...jump })) },
      files: origin.files.map((file) => ({ ...file })),
      lacks: origin.lacks.map((lack) => ({ ...lack, measures: [...lack.measures] })),
    },
  });
  return number;
}
