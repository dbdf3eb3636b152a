const mostLosses = 5;
const within = 60_000;
const step = 500;

/**
 * What ended by itself is started again, five times a minute at most and each time after a longer wait. Call it at
 * every loss: it answers the wait in milliseconds, or null when it is time to give up.
 */
export function restartRule(now: () => number = () => performance.now()): () => number | null {
  let losses: number[] = [];
  return () => {
    const at = now();
    losses = [...losses.filter((earlier) => at - earlier < within), at];
    return losses.length > mostLosses ? null : (losses.length - 1) * step;
  };
}
