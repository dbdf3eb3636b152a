/** Stops a server before this process ends because it was told to. Other listeners, which would end it at once, go. */
export function stopWhenTold(stop: () => Promise<void>): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.removeAllListeners(signal);
    process.once(signal, () => void stop().finally(() => process.exit(130)));
  }
}
