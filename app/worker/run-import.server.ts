import { copyRows } from "~/db/copy-rows.server";
import { inTransaction } from "~/db/transaction.server";
import { markImportRun } from "~/domain/directory/index.server";
import { systemClock } from "~/domain/kernel/clock";
import { inMilliseconds } from "~/domain/kernel/durations";
import { importHsds, type OpenSource } from "~/interop/hsds/import-hsds.server";
import { type ImportReport, UnusableFiles } from "~/interop/hsds/import-report";
import { importActor } from "./beside-import.server";
import { type HeldImport, holdImport } from "./hold-import.server";
import { watchImport } from "./watch-import.server";

export interface ImportTask extends HeldImport {
  source: string;
  /** What the person called it; in the words of a failure it stands for the path. */
  where: string;
  open(): Promise<OpenSource>;
  progress(words: string): void;
}

const twoHours = inMilliseconds({ hours: 2 });
async function readAll(task: ImportTask): Promise<ImportReport> {
  const { jurisdictionId, runId, source, progress } = task;
  const actor = importActor(jurisdictionId);
  const watching = watchImport(jurisdictionId, runId);
  try {
    watching.watch({ step: "opening", done: null, of: null, share: null });
    const from = await task.open();
    try {
      return await inTransaction(
        { jurisdictionId, actorId: actor.name },
        async (tx) => {
          // When this process dies, its statement ends within seconds, and nothing of it stays.
          await tx.$queryRaw`select set_config('client_connection_check_interval', '2s', true)`;
          const ctx = { actor, tx, clock: systemClock };
          const { watch } = watching;
          const copy = copyRows(tx);
          const report = await importHsds(ctx, { from, source, runId, copy, progress, watch });
          watching.stop();
          await markImportRun(ctx, { id: runId, state: "done" });
          return report;
        },
        { timeout: twoHours },
      );
    } finally {
      await from.close();
    }
  } finally {
    watching.stop();
  }
}

/**
 * Reads one source of a directory in one transaction: all of it, or nothing; the run says which (hold-import.server.ts).
 * Throws UnusableFiles and whatever else went wrong.
 */
export const runImport = (task: ImportTask): Promise<ImportReport | null> =>
  holdImport(
    task,
    () => readAll(task),
    (error) => (error instanceof UnusableFiles ? error.message.replaceAll(task.where, "the file") : "fault"),
  );
