import { existsSync } from "node:fs";
import { markImportRun } from "~/domain/directory/index.server";
import { listRecordsRuns, readRecordsRun } from "~/domain/reports/index.server";
import { forgetRecords, recordsUpload } from "~/interop/records/records-upload.server";
import { besideImport } from "./beside-import.server";
import { hasEnded, takeRecords, type TakenRecords } from "./take-records.server";
import { watchRecordsFolder } from "./watch-records-folder.server";

/** Reads uploaded files of an extract; they go when their run has ended, whatever its end. */
export async function importUploadedRecords(upload: TakenRecords): Promise<void> {
  const { runId, jurisdictionId } = upload;
  try {
    await takeRecords(upload, recordsUpload(runId));
  } finally {
    const { state } = await besideImport(jurisdictionId, (ctx) => readRecordsRun(ctx, { id: runId }));
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
    // What was claimed there and lost its reader is read again.
    await watchRecordsFolder(jurisdictionId);
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
