import { rm } from "node:fs/promises";
import { copyRows } from "~/db/copy-rows.server";
import { inTransaction } from "~/db/transaction.server";
import { markImportRun } from "~/domain/directory/index.server";
import type { SystemActor } from "~/domain/kernel/actor";
import { systemClock } from "~/domain/kernel/clock";
import type { Ctx } from "~/domain/kernel/context";
import { importHsds, openSource } from "~/interop/hsds/import-hsds.server";
import { uploadPath } from "~/interop/hsds/upload-path.server";
import { UnusableFiles } from "~/interop/hsds/import-report";

/** Reads an uploaded package in one transaction: all of it, or nothing. The file goes when it is over, whatever its end. */
export async function importUpload({
  runId,
  jurisdictionId,
}: {
  runId: string;
  jurisdictionId: string;
}): Promise<void> {
  const actor: SystemActor = { kind: "system", name: "import-directory", jurisdictionId };
  const as = <T>(run: (ctx: Ctx) => Promise<T>): Promise<T> =>
    inTransaction({ jurisdictionId, actorId: actor.name }, (tx) => run({ actor, tx, clock: systemClock }));
  const { source, state } = await as((ctx) => markImportRun(ctx, { id: runId }));
  if (state === "done" || state === "failed") return;
  await as((ctx) => markImportRun(ctx, { id: runId, state: "running" }));
  const quiet = () => undefined;
  try {
    const from = await openSource(uploadPath(runId), { allowPrivate: false }, quiet);
    try {
      await inTransaction(
        { jurisdictionId, actorId: actor.name },
        async (tx, connection) => {
          const ctx = { actor, tx, clock: systemClock };
          await importHsds(ctx, { from, source, runId, copy: copyRows(connection), progress: quiet });
          await markImportRun(ctx, { id: runId, state: "done" });
        },
        { timeout: 7_200_000 },
      );
    } finally {
      await from.close();
    }
  } catch (error) {
    const words =
      error instanceof UnusableFiles ? error.message.replaceAll(uploadPath(runId), "the file") : "fault";
    await as((ctx) => markImportRun(ctx, { id: runId, state: "failed", failure: words }));
    if (!(error instanceof UnusableFiles)) throw error;
  } finally {
    await rm(uploadPath(runId), { force: true });
  }
}
