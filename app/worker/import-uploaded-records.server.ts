import { existsSync } from "node:fs";
import { markImportRun } from "~/domain/directory/index.server";
import type { Ctx } from "~/domain/kernel/context";
import { readSettings } from "~/domain/organizations/index.server";
import { listRecordsRuns, readRecordsRun } from "~/domain/reports/index.server";
import { UnusableFile } from "~/interop/csv/read-csv-lines";
import { forgetRecords, recordsUpload } from "~/interop/records/records-upload.server";
import { besideImport } from "./beside-import.server";
import { runRecords } from "./run-records.server";

type Upload = { runId: string; jurisdictionId: string };

const readRun = async (ctx: Ctx, id: string) => ({
  ...(await readRecordsRun(ctx, { id })),
  timeZone: (await readSettings(ctx)).timeZone,
});
const hasEnded = (state: string): boolean => state === "done" || state === "failed";

/** Reads an extract whose run and files are there; what cannot be used is said by the run. */
export async function takeRecords({ runId, jurisdictionId }: Upload, where: string): Promise<void> {
  const run = await besideImport(jurisdictionId, (ctx) => readRun(ctx, runId));
  if (hasEnded(run.state)) return;
  const { source, asOf, timeZone } = run;
  try {
    await runRecords({ runId, jurisdictionId, where, source, asOf, timeZone });
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
  }
}

/** Reads uploaded files of an extract; they go when their run has ended, whatever its end. */
export async function importUploadedRecords(upload: Upload): Promise<void> {
  const { runId, jurisdictionId } = upload;
  try {
    await takeRecords(upload, recordsUpload(runId));
  } finally {
    const { state } = await besideImport(jurisdictionId, (ctx) => readRun(ctx, runId));
    if (hasEnded(state)) await forgetRecords(runId);
  }
}

/**
 * When the worker starts: uploads whose worker died are read again; a run whose files are not at hand (a command's) is said
 * to have ended. Answers how many were taken up again.
 */
export async function resumeRecords(jurisdictionIds: readonly string[]): Promise<number> {
  let resumed = 0;
  for (const jurisdictionId of jurisdictionIds) {
    const runs = await besideImport(jurisdictionId, listRecordsRuns);
    for (const { id: runId } of runs.filter((run) => run.state === "aborted")) {
      if (existsSync(recordsUpload(runId))) {
        await importUploadedRecords({ runId, jurisdictionId });
        resumed += 1;
      } else
        await besideImport(jurisdictionId, (ctx) =>
          markImportRun(ctx, { id: runId, state: "failed", failure: "aborted" }),
        );
    }
  }
  return resumed;
}
