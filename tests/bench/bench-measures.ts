import { measureCoverage, printCoverage } from "./measure-coverage";
import { measureMeasures, type MeasuresResult } from "./measure-measures";
import { coverageBars, measuresBars, type Take } from "./report";

const count = (n: number): string => n.toLocaleString("en-US");

/** (h) The measures, at so many report rows: California's size is ten millions. */
export async function benchMeasures(rows: string, take: Take, say: (line: string) => void): Promise<void> {
  const taken: MeasuresResult[] = [];
  for (const size of rows.split(",").map(Number)) taken.push(await measureMeasures(size, say));
  const lines = taken.flatMap((one) => [
    `  ${count(one.rows)} reports: ${one.measures} measures, ${count(one.results)} results in ${one.seconds.toFixed(1)} s (reading ${one.reading.toFixed(1)} s), ${one.megabytes.toFixed(0)} MB`,
    `    the last quarter ${one.quarter.toFixed(1)} s; scan once a primitive ${one.scan.toFixed(1)} s; slowest: ${one.slowest.map(([id, seconds]) => `${id} ${seconds.toFixed(1)} s`).join(", ")}`,
  ]);
  take("measures", { taken }, ["", "(h) measures of ten years", ...lines], measuresBars(taken));
}

/** (i) Whether the printed ranges hold the truth as often as they say. */
export function benchCoverage(take: Take): void {
  const taken = measureCoverage();
  take("coverage", { taken }, ["", "(i) coverage", ...taken.map(printCoverage)], coverageBars(taken));
}
