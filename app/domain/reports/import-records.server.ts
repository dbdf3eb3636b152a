import { createHash } from "node:crypto";
import { sendJob } from "~/db/job-queue.server";
import { recordAudit, whereFor } from "~/domain/kernel/index.server";
import type { Ctx } from "~/domain/kernel/context";
import { asColumn } from "~/domain/kernel/calendar";
import { Invalid } from "~/domain/kernel/errors";
import { newId } from "~/domain/kernel/ids";
import type { ImportCounts, RecordBatch, ReportRecord } from "./agency-record";
import { keyFields, type RecordTable } from "./extract-columns";
import { upsertSql } from "./upsert-records-sql";
import { writeReportSecrets } from "./write-report-secrets.server";

export type RecordsImport = {
  /** Where it came from, for the run's row: a folder's name. */
  source: string;
  /** The agency's last day in the extract; null takes the latest date seen in it. */
  dataThrough: string | null;
  batches: AsyncIterable<RecordBatch>;
  /** Lines of a file that were refused; asked when the batches are at their end. */
  refused(table: RecordTable): number;
};
/** `dataThrough`: null where the date of the data stays what it was. */
export type RecordsImported = {
  runId: string;
  counts: ImportCounts;
  repeated: number;
  dataThrough: string | null;
};

/** Of a file that tells what happened, so many lines may be refused (measures.md 3: missing dates of a removal). */
const MOST_REFUSED = 0.05;
const eventTables = ["reports", "removals"] as const;

/** The id a row is known by, and what tells that it changed. Secrets have their own comparison. */
function toKeyed(batch: RecordBatch, at: Date): Map<string, Record<string, unknown>> {
  const rows = new Map<string, Record<string, unknown>>();
  const known = keyFields(batch.table);
  for (const row of batch.rows) {
    const values: Readonly<Record<string, unknown>> = row;
    const key = known.map((field) => String(values[field])).join("\n");
    const { reporter: _r, narrative: _n, ...open } = row as Partial<ReportRecord>;
    const rowHash = createHash("sha1").update(JSON.stringify(open)).digest("base64");
    rows.set(key, { id: newId(at), rowHash, ...open });
  }
  return rows;
}

function latestDate(batch: RecordBatch, latest: string): string {
  let last = latest;
  for (const row of batch.rows) {
    const date =
      "reportDate" in row ? row.reportDate : "entryDate" in row ? (row.exitDate ?? row.entryDate) : "";
    if (date > last) last = date;
  }
  return last;
}

/** Without its events an extract says nothing of its last days: nobody may be counted as free of them. */
function lacksEvents(counts: ImportCounts, refused: (table: RecordTable) => number): boolean {
  return eventTables.some((table) => {
    const { imported, updated, unchanged } = counts[table];
    const lost = refused(table);
    return lost > MOST_REFUSED * (lost + imported + updated + unchanged);
  });
}

async function writeBatch(
  ctx: Ctx,
  batch: RecordBatch,
  runId: string,
  zone: string,
): Promise<{ imported: number; updated: number; given: number }> {
  const rows = toKeyed(batch, ctx.clock.now());
  const json = JSON.stringify([...rows.values()]);
  const answer = await ctx.tx.$queryRawUnsafe<{ imported: number; updated: number }[]>(
    upsertSql(batch.table),
    json,
    ctx.actor.jurisdictionId,
    zone,
    runId,
  );
  if (batch.table === "reports") await writeReportSecrets(ctx, batch.rows);
  return { imported: answer[0]?.imported ?? 0, updated: answer[0]?.updated ?? 0, given: rows.size };
}

/**
 * Takes the agency's records in batches, in the caller's one transaction: a throw leaves the earlier data as it was. Rows
 * are known by the agency's own ids, so a second import of the same files changes nothing; a row that changed is updated;
 * no row is removed; the measures are computed anew after the commit. Of a line repeated within a batch the last one stands. Reporter and narrative go to the protected
 * schema alone. Answers counts by table and the last day of the data, which moves only where the events came with it. Throws
 * Invalid for a last day after today. Imports only: no role of the portal has the verb.
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
  const startedAt = ctx.clock.now();
  const run = await ctx.tx.importRun.create({
    data: { id: newId(startedAt), jurisdictionId, kind: "records", source: input.source, startedAt },
  });
  const none = (): ImportCounts["children"] => ({ imported: 0, updated: 0, unchanged: 0 });
  const counts: ImportCounts = { children: none(), reports: none(), removals: none() };
  let [repeated, latest] = [0, ""];
  for await (const batch of input.batches) {
    const done = await writeBatch(ctx, batch, run.id, timeZone);
    const count = counts[batch.table];
    count.imported += done.imported;
    count.updated += done.updated;
    count.unchanged += done.given - done.imported - done.updated;
    repeated += batch.rows.length - done.given;
    latest = latestDate(batch, latest);
  }
  const dataThrough = lacksEvents(counts, input.refused) ? null : (input.dataThrough ?? (latest || null));
  await ctx.tx.importRun.update({
    where: { id: run.id },
    data: {
      finishedAt: ctx.clock.now(),
      ...(dataThrough === null ? {} : { dataThrough: asColumn(dataThrough) }),
      report: { counts, repeated },
    },
  });
  await sendJob(ctx.tx, "compute-measures", { jurisdictionId });
  await recordAudit(ctx, { event: "records.imported", entity: "ImportRun", entityId: run.id });
  return { runId: run.id, counts, repeated, dataThrough };
}
