import { holdLock } from "~/db/hold-lock.server";
import { markImportRun } from "~/domain/directory/index.server";
import { besideImport } from "./beside-import.server";

export interface HeldImport {
  jurisdictionId: string;
  /** The run's row is there already. */
  runId: string;
}

/** Somebody stopped the import: nothing of it is taken. */
export class Cancelled extends Error {
  constructor() {
    super("cancelled");
  }
}

/**
 * Reads one source under a lock that dies with the process, so that a run without it is known to be dead; the run says what
 * became of it. Null when another process is at it, when it has ended, or when it was cancelled. Throws whatever went
 * wrong, after the run was marked with `wordsOf` it, where the database still answers.
 */
export async function holdImport<T>(
  { jurisdictionId, runId }: HeldImport,
  read: () => Promise<T>,
  wordsOf: (error: unknown) => string,
): Promise<T | null> {
  const lock = await holdLock(runId);
  if (!lock) return null;
  const mark = (state: "running" | "failed", failure?: string) =>
    besideImport(jurisdictionId, (ctx) =>
      markImportRun(ctx, { id: runId, state, ...(failure === undefined ? {} : { failure }) }),
    );
  try {
    const { state } = await mark("running");
    if (state === "cancelling") throw new Cancelled();
    return state === "running" ? await read() : null;
  } catch (error) {
    const isCancelled = error instanceof Cancelled;
    await mark("failed", isCancelled ? "cancelled" : wordsOf(error)).catch(() => undefined);
    if (isCancelled) return null;
    throw error;
  } finally {
    lock.release();
  }
}
