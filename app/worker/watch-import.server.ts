import type { ImportProgress } from "~/domain/directory/import/import-progress";
import { markImportRun } from "~/domain/directory/index.server";
import { besideImport } from "./beside-import.server";

const everyMs = 1_000;

export type Watching = { watch(at: ImportProgress): void; stop(): void };

/**
 * Keeps in the run's row how far it is: the newest only, once a second at most, in a transaction of its own, so that whoever
 * looks sees it before the import's own ends. What cannot be written is not missed. `onCancel` hears, once, that somebody
 * stopped it.
 */
export function watchImport(jurisdictionId: string, id: string, onCancel?: () => Promise<void>): Watching {
  let newest: ImportProgress | null = null;
  let [writing, stopped] = [false, false];
  const write = async (): Promise<void> => {
    if (writing || stopped || (newest === null && !onCancel)) return;
    writing = true;
    const progress = newest;
    newest = null;
    try {
      const { state } = await besideImport(jurisdictionId, (ctx) =>
        markImportRun(ctx, { id, ...(progress ? { progress } : {}) }),
      );
      if (state !== "cancelling") return;
      stopped = true;
      await onCancel?.();
    } catch {
      // Told with the next one, or not at all.
    } finally {
      writing = false;
    }
  };
  const timer = setInterval(() => void write(), everyMs);
  timer.unref();
  return {
    watch: (at) => {
      newest = at;
    },
    stop: () => {
      stopped = true;
      clearInterval(timer);
      newest = null;
    },
  };
}
