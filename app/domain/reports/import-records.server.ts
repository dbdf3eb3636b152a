import { sendJob } from "~/db/job-queue.server";
import { lockJurisdiction, recordAudit, whereFor } from "~/domain/kernel/index.server";
import type { Ctx } from "~/domain/kernel/context";
import { asColumn, dateOf } from "~/domain/kernel/calendar";
import { Invalid } from "~/domain/kernel/errors";
import { newId } from "~/domain/kernel/ids";
import type { ImportCounts, RecordBatch } from "./agency-record";
import type { RecordTable } from "./extract-columns";
import type { ExtractOrigin } from "./extract-origin";
import { recordExtract } from "./record-extract.server";
import { settleStaged, type Settled } from "./settle-staged.server";
import { stageBatches } from "./stage-batches.server";
import { readLastExtract } from "./extracts/compare-extract.server";
import { keepWhatWaits } from "./extracts/keep-extract-rows.server";
import { measureQuality, type RefusedCodes } from "./extracts/measure-quality.server";

export type RecordsImport = {
  /** A run that is there already; else the import makes its own. */
  runId?: string;
  /** Told when all is read and the rows are taken into their tables. */
  onRead?(): void;
  /** Where it came from, for the run's row: a folder's name. */
  source: string;
  /** The agency's last day in the extract; null takes the latest date seen in it. */
  dataThrough: string | null;
  batches: AsyncIterable<RecordBatch>;
  /** What it was; rows of the program's own making have none. */
  origin?: ExtractOrigin;
  /** Lines of a file that were refused; asked when the batches are at their end. */
  refused(table: RecordTable): number;
  /** Those of them that were refused for one reason. */
  refusedFor?: RefusedCodes;
};
/**
 * `dataThrough`: null where the date of the data stays what it was for want of events; `standing`: the later day of an
 * extract that came before, which stays the date of the data; null where there is none.
 */
export type RecordsImported = Settled & {
  runId: string;
  extract: number;
  dataThrough: string | null;
  standing: string | null;
};

const ownRows: ExtractOrigin = { format: "rows", files: [], lacks: [] };

/** Of a file that tells what happened, so many lines may be refused (measures.md 3: missing dates of a removal). */
const MOST_REFUSED = 0.05;
const eventTables = ["reports", "removals"] as const;

/** Without its events an extract says nothing of its last days: nobody may be counted as free of them. */
function lacksEvents(counts: ImportCounts, refused: (table: RecordTable) => number): boolean {
  return eventTables.some((table) => {
    const { imported, updated, unchanged } = counts[table];
    const lost = refused(table);
    return lost > MOST_REFUSED * (lost + imported + updated + unchanged);
  });
}

/** The latest day of the extracts that stand. */
async function findStandingDay(ctx: Ctx): Promise<string | null> {
  const { _max } = await ctx.tx.importRun.aggregate({
    where: { jurisdictionId: ctx.actor.jurisdictionId, kind: "records", finishedAt: { not: null } },
    _max: { dataThrough: true },
  });
  return _max.dataThrough && dateOf(_max.dataThrough);
}

/** The zone in which a session reads a time without an offset; answers the one before. Ends with the transaction. */
async function readTimesIn(ctx: Ctx, zone: string): Promise<string> {
  const before = await ctx.tx.$queryRaw<{ zone: string }[]>`select current_setting('TimeZone') as zone`;
  await ctx.tx.$queryRaw`select set_config('TimeZone', ${zone}, true), set_config('work_mem', '128MB', true)`;
  return before[0]?.zone ?? "UTC";
}

/**
 * Takes the agency's records in batches, in the caller's one transaction: a throw leaves the earlier data as it was. Rows
 * wait in temporary tables until all are read, so that nothing is held here and a row can be looked at beside every other.
 * Rows are known by the agency's own ids, so a second import of the same files changes nothing; a row that changed is
 * updated; of a line repeated in a file the last one stands; a removal's placements are replaced as a whole, else no row is
 * removed. The measures are computed anew after the commit. Reporter and narrative go to the protected schema alone.
 * Answers counts by table, what was refused or is doubtful by line, and the last day of the data, which moves only where the
 * events came with it. Throws Invalid for a last day after today. Imports only: no role of the portal has the verb.
 */
export async function importRecords(ctx: Ctx, input: RecordsImport): Promise<RecordsImported> {
  whereFor(ctx, "import", "AgencyChild");
  const { jurisdictionId } = ctx.actor;
  const { timeZone } = await ctx.tx.jurisdiction.findUniqueOrThrow({
    where: { id: jurisdictionId },
    select: { timeZone: true },
  });
  if (input.dataThrough !== null && input.dataThrough > ctx.clock.today(timeZone))
    throw new Invalid({ dataThrough: ["not_in_time"] });
  await lockJurisdiction(ctx, "records");
  const startedAt = ctx.clock.now();
  const run = { id: input.runId ?? newId(startedAt) };
  if (input.runId === undefined)
    await ctx.tx.importRun.create({
      data: { id: run.id, jurisdictionId, kind: "records", source: input.source, startedAt },
    });
  const zoneBefore = await readTimesIn(ctx, timeZone);
  const staged = await stageBatches(ctx, input.batches, run.id);
  await readTimesIn(ctx, zoneBefore);
  input.onRead?.();
  const origin = input.origin ?? ownRows;
  const compared = await readLastExtract(ctx, origin.format, staged);
  const before = await measureQuality(ctx, staged.given, "before");
  const settled = await settleStaged(ctx, run.id, staged, input.refused);
  const after = await measureQuality(ctx, staged.given, "after", input.refusedFor);
  if (settled.repeated > 0 || settled.refusedRows.size > 0)
    await keepWhatWaits(ctx, run.id, staged.given.keys());
  const { counts, repeated } = settled;
  const extract = await recordExtract(ctx, {
    ...{ runId: run.id, source: input.source, asOf: input.dataThrough, staged, settled },
    ...{ origin, refused: input.refused, compared, checks: [...before, ...after] },
  });
  const dataThrough = lacksEvents(counts, input.refused)
    ? null
    : (input.dataThrough ?? (staged.latest || null));
  const last = await findStandingDay(ctx);
  const standing = dataThrough !== null && last !== null && last > dataThrough ? last : null;
  await ctx.tx.importRun.update({
    where: { id: run.id },
    data: {
      finishedAt: ctx.clock.now(),
      ...(dataThrough === null ? {} : { dataThrough: asColumn(dataThrough) }),
      report: { counts, repeated },
    },
  });
  await sendJob(ctx.tx, "link-persons", { jurisdictionId }, jurisdictionId);
  await sendJob(ctx.tx, "compute-measures", { jurisdictionId });
  await recordAudit(ctx, { event: "records.imported", entity: "ImportRun", entityId: run.id });
  return { ...settled, runId: run.id, extract, dataThrough, standing };
}
