import { useSyncExternalStore } from "react";

/** Something that is so on this page or not, beside what is drawn: it outlives the parts that say it. */
export function pageFlag() {
  let on = false;
  const watchers = new Set<() => void>();
  const watch = (watcher: () => void) => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  };
  return {
    is: () => on,
    say: (now: boolean) => {
      on = now;
      for (const watcher of watchers) watcher();
    },
    useFlag: () =>
      useSyncExternalStore(
        watch,
        () => on,
        () => false,
      ),
  };
}
