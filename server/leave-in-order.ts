export interface Departure {
  /** Begins to leave; the process ends with this code, 0 when none is said. */
  leave(code?: number): void;
  hasBegun(): boolean;
}

/**
 * Runs `finish` once and ends the process: on a signal, or when the process that started it is gone (it may have been
 * killed, and an orphan would hold the port). After `within` milliseconds it ends whatever is left. A second signal
 * changes nothing: Ctrl-C reaches every process of the terminal, and the one above passes it on as well.
 */
export function leaveInOrder(finish: () => Promise<void>, within = 5_000): Departure {
  let begun = false;
  const leave = (code = 0) => {
    if (begun) return;
    begun = true;
    setTimeout(() => process.exit(1), within).unref();
    finish().then(
      () => process.exit(code),
      () => process.exit(1),
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => leave());
  if (process.channel) process.on("disconnect", () => leave());
  return { leave, hasBegun: () => begun };
}
