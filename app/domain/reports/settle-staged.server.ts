import type { Ctx } from "~/domain/kernel/context";
import type { ImportCounts, RecordRemark } from "./agency-record";
import { storageOf, type RecordTable } from "./extract-columns";
import { findFailedSql, stagedChecks, type StagedCheck } from "./check-staged-sql";
import {
  dropRepeatedSql,
  dropUngivenSql,
  fillEmptySql,
  findRepeatedSql,
  isEmptySql,
  mergeStagedSql,
  refuseTwoBirthDatesSql,
} from "./stage-records-sql";
import type { Staged } from "./stage-batches.server";

export type Settled = {
  counts: ImportCounts;
  /** Lines that repeat a key of their file. */
  repeated: number;
  refused: RecordRemark[];
  /** Rows refused here, by table: `refused` tells the first thousand of each kind. */
  refusedRows: Map<RecordTable, number>;
  warnings: RecordRemark[];
};

type Found = { total: number; lines: number[] | null };
type Told = Omit<RecordRemark, "line">;

/** A remark a line, and one for the lines that are not told one by one. */
function tellLines(told: Told, lines: readonly number[], total: number): RecordRemark[] {
  const remarks = lines.map((line) => ({ ...told, line }));
  if (total > lines.length)
    remarks.push({ ...told, line: 0, reason: `${told.reason}: ${total - lines.length} more rows` });
  return remarks;
}

/** Runs the work of one import, in its transaction; `runId` marks what it wrote. */
class Settling {
  readonly settled: Settled;

  constructor(
    private readonly ctx: Ctx,
    private readonly runId: string,
    private readonly staged: Staged,
  ) {
    const none = (): ImportCounts["children"] => ({ imported: 0, updated: 0, unchanged: 0 });
    const counts: ImportCounts = {
      ...{ children: none(), reports: none(), removals: none(), placements: none(), siblings: none() },
      ...{ population: none(), services: none(), contacts: none(), cases: none() },
    };
    this.settled = { counts, repeated: 0, refused: [], refusedRows: new Map(), warnings: [] };
  }

  private async ask<T>(sql: string, ...values: unknown[]): Promise<T | undefined> {
    return (await this.ctx.tx.$queryRawUnsafe<T[]>(sql, ...values))[0];
  }

  async refuseTwoBirthDates(): Promise<void> {
    const found = await this.ask<Found>(refuseTwoBirthDatesSql);
    if (!found || found.total === 0) return;
    const reason = "is one of two birth dates that the file gives this child";
    const told = { table: "children", column: "dob", reason, code: "two_birth_dates" } as const;
    this.settled.refused.push(...tellLines(told, found.lines ?? [], found.total));
    this.settled.refusedRows.set("children", found.total);
  }

  async dropRepeated(table: RecordTable): Promise<void> {
    if (!(await this.ask<{ found: boolean }>(findRepeatedSql(table)))?.found) return;
    const done = await this.ask<Found & { repeated: number }>(dropRepeatedSql(table));
    if (!done) return;
    this.settled.repeated += done.repeated;
    const reason = "says something else than a later line of the same id, which stands";
    const told = { table, column: null, reason, code: "repeated_id" } as const;
    this.settled.warnings.push(...tellLines(told, done.lines ?? [], done.total));
  }

  async check(check: StagedCheck): Promise<void> {
    const rows = await this.ctx.tx.$queryRawUnsafe<{ line: number; total: number }[]>(
      findFailedSql(check),
      this.ctx.actor.jurisdictionId,
    );
    const lines = rows.map(({ line }) => line);
    const { table, column, reason, code } = check;
    this.settled.warnings.push(...tellLines({ table, column, reason, code }, lines, rows[0]?.total ?? 0));
  }

  async merge(table: RecordTable, given: number): Promise<void> {
    const before = this.settled.repeated;
    await this.dropRepeated(table);
    const rows = given - (this.settled.repeated - before) - (this.settled.refusedRows.get(table) ?? 0);
    const { imported, updated } = await this.takeIn(table);
    this.settled.counts[table] = { imported, updated, unchanged: rows - imported - updated };
  }

  /** The first extract of a jurisdiction is its largest, and has nothing to be compared with. */
  private async takeIn(table: RecordTable): Promise<{ imported: number; updated: number }> {
    const { jurisdictionId } = this.ctx.actor;
    const columns = this.staged.columns.get(table) ?? new Set<string>();
    const values = [jurisdictionId, this.runId, String(this.ctx.clock.now().getTime())];
    if ((await this.ask<{ found: boolean }>(isEmptySql(table), jurisdictionId))?.found)
      return { imported: await this.ctx.tx.$executeRawUnsafe(fillEmptySql(table), ...values), updated: 0 };
    const done = await this.ask<{ imported: number; updated: number }>(
      mergeStagedSql(table, columns),
      ...values,
    );
    return done ?? { imported: 0, updated: 0 };
  }

  /** Not where a row was refused: it may be the one that seems to be given no more. */
  async dropUngiven(table: RecordTable, refused: number): Promise<void> {
    const { wholeBy } = storageOf(table);
    if (wholeBy === null) return;
    const sql = dropUngivenSql(table, wholeBy);
    const told = { table, line: 0, column: null };
    if (refused > 0) {
      const reason = "holds refused rows: what an earlier extract gave and this one does not is kept";
      this.settled.warnings.push({ ...told, reason, code: "earlier_rows_kept" });
      return;
    }
    const gone = await this.ctx.tx.$executeRawUnsafe(sql, this.ctx.actor.jurisdictionId);
    if (gone === 0) return;
    const reason = `gives ${gone} rows of an earlier extract no more: they are taken out`;
    this.settled.warnings.push({ ...told, reason, code: "no_longer_given" });
  }

  async run(refused: (table: RecordTable) => number): Promise<void> {
    const { given } = this.staged;
    if (given.has("children")) await this.refuseTwoBirthDates();
    const checks = stagedChecks.filter(({ table }) => given.has(table));
    for (const check of checks) if (check.before) await this.check(check);
    for (const [table, rows] of given) {
      await this.merge(table, rows);
      await this.dropUngiven(table, refused(table));
    }
    for (const check of checks) if (!check.before) await this.check(check);
  }
}

/**
 * Takes the waiting rows of an import into their tables: two birth dates of one child refused, repeated keys dropped, the
 * rest merged, and what rows say against each other told.
 */
export async function settleStaged(
  ctx: Ctx,
  runId: string,
  staged: Staged,
  refused: (table: RecordTable) => number,
): Promise<Settled> {
  const settling = new Settling(ctx, runId, staged);
  await settling.run(refused);
  return settling.settled;
}
