/** Intervals of measures.md 6.1. Shares go from 0 to 1; callers put them on their scale. */
export const Z95 = 1.959963984540054;

export type Interval = { low: number; high: number };

const clamp = (x: number): number => Math.min(1, Math.max(0, x));

/** Wilson score interval of numerator / denominator; null when nothing was counted. 8 of 25 gives 0.172 to 0.516. */
export function wilsonInterval(numerator: number, denominator: number, z: number = Z95): Interval | null {
  if (denominator <= 0) return null;
  const n = denominator;
  const p = numerator / n;
  const z2 = z * z;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  // Floating point leaves a crumb at 0 and 1, where the bound is exact.
  return {
    low: numerator === 0 ? 0 : clamp(centre - half),
    high: numerator === n ? 1 : clamp(centre + half),
  };
}

export type Share = { numerator: number; denominator: number };

/** Newcombe interval of share 1 minus share 2; null when either is empty. 9/60 less 15/60 gives -0.240 to 0.044. */
export function newcombeDifference(one: Share, two: Share): (Interval & { difference: number }) | null {
  const first = wilsonInterval(one.numerator, one.denominator);
  const second = wilsonInterval(two.numerator, two.denominator);
  if (!first || !second) return null;
  const p1 = one.numerator / one.denominator;
  const p2 = two.numerator / two.denominator;
  const difference = p1 - p2;
  const low = difference - Math.hypot(p1 - first.low, second.high - p2);
  const high = difference + Math.hypot(first.high - p1, p2 - second.low);
  return { difference, low, high };
}
