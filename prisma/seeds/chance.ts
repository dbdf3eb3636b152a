export type Chance<T> = readonly [value: T, weight: number];

/** The value that a number from 0 to 1 falls on; weights add up to 1, and the last value takes any crumb. */
export function drawFrom<T>(chances: readonly Chance<T>[], at: number): T {
  let sum = 0;
  for (const [value, weight] of chances) {
    sum += weight;
    if (at < sum) return value;
  }
  return chances.at(-1)![0];
}
