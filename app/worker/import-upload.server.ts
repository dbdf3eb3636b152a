import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { listImportRuns, markImportRun } from "~/domain/directory/index.server";
import { openSource } from "~/interop/hsds/import-hsds.server";
import { UnusableFiles } from "~/interop/hsds/import-report";
import { uploadPath } from "~/interop/hsds/upload-path.server";
import { besideImport } from "./beside-import.server";
import { runImport } from "./run-import.server";

interface Upload {
  runId: string;
  jurisdictionId: string;
}
const quiet = () => undefined;

/** The file goes when its run has ended, whatever its end; when not even that could be written, it stays for another try. */
async function forgetUpload({ runId, jurisdictionId }: Upload): Promise<void> {
  const { state } = await besideImport(jurisdictionId, (ctx) => markImportRun(ctx, { id: runId }));
  if (state === "done" || state === "failed") await rm(uploadPath(runId), { force: true });
}

/** Reads an uploaded package in one transaction: all of it, or nothing. */
export async function importUpload(upload: Upload): Promise<void> {
  const { runId, jurisdictionId } = upload;
  const { source, state } = await besideImport(jurisdictionId, (ctx) => markImportRun(ctx, { id: runId }));
  if (state === "done" || state === "failed") return;
  const where = uploadPath(runId);
  const open = () => openSource(where, { allowPrivate: false }, quiet);
  try {
    await runImport({ jurisdictionId, runId, source, where, open, progress: quiet });
  } catch (error) {
    if (!(error instanceof UnusableFiles)) throw error;
  } finally {
    await forgetUpload(upload);
  }
}

/**
 * When the worker starts: uploads whose worker died are read again; a run whose source is not at hand (a command's) is said
 * to have ended. Answers how many were taken up again.
 */
export async function resumeImports(jurisdictionIds: readonly string[]): Promise<number> {
  let resumed = 0;
  for (const jurisdictionId of jurisdictionIds) {
    const { runs } = await besideImport(jurisdictionId, listImportRuns);
    for (const { id } of runs.filter((run) => run.state === "aborted")) {
      if (existsSync(uploadPath(id))) {
        await importUpload({ runId: id, jurisdictionId });
        resumed += 1;
      } else
        await besideImport(jurisdictionId, (ctx) =>
          markImportRun(ctx, { id, state: "failed", failure: "aborted" }),
        );
    }
  }
  return resumed;
}
