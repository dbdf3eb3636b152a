/**
 * Runs `leave` once and ends the process: on SIGINT, SIGTERM, or when the supervisor is gone (it may have been
 * killed, and an orphan would hold the port). After 5 seconds it ends whatever is left.
 */
export function leaveInOrder(leave: () => Promise<void>): void {
  let leaving = false;
  const go = () => {
    if (leaving) return;
    leaving = true;
    setTimeout(() => process.exit(1), 5_000).unref();
    leave().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGINT", go);
  process.on("SIGTERM", go);
  if (process.channel) process.on("disconnect", go);
}
