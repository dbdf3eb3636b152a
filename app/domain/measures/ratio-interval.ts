import { type Interval, type Share, Z95 } from "./proportion-interval";

/**
 * Ratio of two rates with its 95 % interval on the log scale, from their counts (measures.md 6.1). The interval is null when
 * either count is zero, the ratio too when it cannot be formed.
 */
export function rateRatio(
  group: Share,
  reference: Share,
): { ratio: number | null; interval: Interval | null } {
  if (group.denominator <= 0 || reference.denominator <= 0 || reference.numerator <= 0)
    return { ratio: null, interval: null };
  const ratio = group.numerator / group.denominator / (reference.numerator / reference.denominator);
  if (group.numerator <= 0) return { ratio, interval: null };
  const half = Z95 * Math.sqrt(1 / group.numerator + 1 / reference.numerator);
  return { ratio, interval: { low: ratio * Math.exp(-half), high: ratio * Math.exp(half) } };
}
