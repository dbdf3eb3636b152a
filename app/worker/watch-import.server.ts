import type { ImportProgress } from "~/domain/directory/import/import-progress";
import { markImportRun } from "~/domain/directory/index.server";
import { besideImport } from "./beside-import.server";

const everyMs = 1_000;

/**
 * Keeps in the run's row how far it is: the newest only, once a second at most, in a transaction of its own, so that whoever
 * looks sees it before the import's own ends. What cannot be written is not missed.
 */
export function watchImport(
  jurisdictionId: string,
  id: string,
): { watch(at: ImportProgress): void; stop(): void } {
  let newest: ImportProgress | null = null;
  let writing = false;
  const write = async (): Promise<void> => {
    if (writing || newest === null) return;
    writing = true;
    const progress = newest;
    newest = null;
    try {
      await besideImport(jurisdictionId, (ctx) => markImportRun(ctx, { id, progress }));
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
      clearInterval(timer);
      newest = null;
    },
  };
}
