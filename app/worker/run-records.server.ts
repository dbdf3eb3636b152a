import { statementStopper } from "~/db/stop-statement.server";
import { inTransaction } from "~/db/transaction.server";
import type { IsoDate } from "~/domain/kernel/calendar";
import { systemClock } from "~/domain/kernel/clock";
import type { Ctx } from "~/domain/kernel/context";
import { inMilliseconds } from "~/domain/kernel/durations";
import { Invalid } from "~/domain/kernel/errors";
import { linkPersons } from "~/domain/linkage/index.server";
import type { RecordBatch } from "~/domain/reports/agency-record";
import type { RecordTable } from "~/domain/reports/extract-columns";
import { readSettings } from "~/domain/organizations/index.server";
import { finishRecordsRun, importRecords, recordReportOrigins } from "~/domain/reports/index.server";
import { UnusableFile } from "~/interop/csv/read-csv-lines";
import { describeFiles } from "~/interop/records/describe-files";
import { describeImport, type RecordsReport } from "~/interop/records/describe-import";
import { listenToRecords } from "~/interop/records/listen-to-records";
import { openExtract } from "~/interop/records/open-extract";
import type { RecordSource } from "~/interop/records/record-source";
import { unpackedRecords } from "~/interop/records/records-upload.server";
import { rm } from "node:fs/promises";
import { importActor } from "./beside-import.server";
import { Cancelled, type HeldImport, holdImport } from "./hold-import.server";
import { watchImport } from "./watch-import.server";

export interface RecordsTask extends HeldImport {
  timeZone: string;
  source: string;
  /** The file or folder. */
  where: string;
  /** The last day that whoever asked says it covers. */
  asOf: IsoDate | null;
  /** Hears how far a file is. */
  progress?(file: string, lines: number): void;
}
export type RecordsDone = {
  report: RecordsReport;
  extract: number;
  /** The date of the data as it stands now; null where this extract says nothing of it. */
  dataThrough: string | null;
  /** Rows that were refused, told one by one or not. */
  refused: number;
  links: { linked: number; unlinked: number };
};

const longest = inMilliseconds({ hours: 4 });

/** Batches until somebody stops the import. */
async function* untilCancelled(
  batches: AsyncIterable<RecordBatch>,
  isCancelled: () => boolean,
): AsyncGenerator<RecordBatch> {
  for await (const batch of batches) {
    if (isCancelled()) throw new Cancelled();
    yield batch;
  }
}

/** One import of records, from the opened source to its report. */
class RecordsReading {
  private isCancelled = false;
  /** Stops the statement that is under way. */
  private stopStatement: () => Promise<void> = () => Promise.resolve();
  private readonly watching;

  constructor(private readonly task: RecordsTask) {
    this.watching = watchImport(task.jurisdictionId, task.runId, () => this.cancel());
  }

  private async cancel(): Promise<void> {
    this.isCancelled = true;
    await this.stopStatement();
  }

  private tell(source: RecordSource, table: RecordTable, lines: number): void {
    const file = source.fileOf(table);
    this.watching.watch({ step: "reading", done: lines, of: null, share: null, file });
    this.task.progress?.(file, lines);
  }

  private async take(ctx: Ctx, source: RecordSource): Promise<RecordsDone> {
    const { task, watching } = this;
    const today = ctx.clock.today(task.timeZone);
    const listener = listenToRecords((table, lines) => this.tell(source, table, lines));
    const saidByFile = source.asOf !== null && source.asOf <= today ? source.asOf : null;
    const { format, files, lacks } = source;
    const { state, county } = (await readSettings(ctx)).settings.records;
    const done = await importRecords(ctx, {
      ...{ runId: task.runId, source: task.source, dataThrough: task.asOf ?? saidByFile },
      batches: untilCancelled(source.read(listener, today, { state, county }), () => this.isCancelled),
      onRead: () => watching.watch({ step: "writing", done: null, of: null, share: null }),
      ...{ refused: listener.refused, refusedFor: listener.refusedFor },
      origin: { format, lacks, files: await describeFiles(files) },
    });
    await recordReportOrigins(ctx);
    const { linked, unlinked } = await linkPersons(ctx);
    const report = describeImport(source, listener, done);
    if (this.isCancelled) throw new Cancelled();
    watching.stop();
    await finishRecordsRun(ctx, { id: task.runId, report });
    const counted = Object.keys(done.counts) as RecordTable[];
    const refused = counted.reduce(
      (sum, table) => sum + listener.refused(table) + (done.refusedRows.get(table) ?? 0),
      0,
    );
    const { extract } = done;
    const dataThrough = done.standing ?? done.dataThrough;
    return { report, extract, dataThrough, refused, links: { linked, unlinked } };
  }

  async read(): Promise<RecordsDone> {
    const { jurisdictionId, runId, where } = this.task;
    const actor = importActor(jurisdictionId, "import-records");
    const scratch = unpackedRecords(runId);
    try {
      this.watching.watch({ step: "opening", done: null, of: null, share: null });
      const source = await openExtract(where, scratch);
      return await inTransaction(
        { jurisdictionId, actorId: actor.name },
        async (tx) => {
          // When this process dies, its statement ends within seconds, and nothing of it stays.
          await tx.$queryRaw`select set_config('client_connection_check_interval', '2s', true)`;
          this.stopStatement = statementStopper(tx);
          return this.take({ actor, tx, clock: systemClock }, source);
        },
        { timeout: longest },
      );
    } catch (error) {
      throw this.isCancelled ? new Cancelled() : error;
    } finally {
      this.stopStatement = () => Promise.resolve();
      this.watching.stop();
      await rm(scratch, { recursive: true, force: true });
    }
  }
}

const wordsOf = (error: unknown): string => {
  if (error instanceof UnusableFile) return error.message;
  return error instanceof Invalid ? "not_in_time" : "fault";
};

/**
 * Reads an extract of the agency's records in one transaction: all of it, or nothing; the run says which (hold-import.server.ts).
 * Null when another process is at it, or somebody stopped it. Throws UnusableFile and whatever else went wrong.
 */
export const runRecords = (task: RecordsTask): Promise<RecordsDone | null> =>
  holdImport(task, () => new RecordsReading(task).read(), wordsOf);
