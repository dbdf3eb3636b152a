import { spawn } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { CountAnswers, CountItem, CountJob } from "../../app/analysis/count-job";
import { measureSpecs } from "../../app/domain/measures/measure-registry";
import { writeCountyFiles } from "./write-county-files";

/** Wall seconds of the analysis process: all it does, and of it reading the files; its largest memory. */
export interface MeasuresResult {
  rows: number;
  measures: number;
  results: number;
  seconds: number;
  reading: number;
  /** All measures of the last quarter alone, reading left out. */
  quarter: number;
  /** DuckDB's scan of the same Parquet files once for each primitive. */
  scan: number;
  megabytes: number;
  /** Seconds by measure, the slowest first. */
  slowest: [string, number][];
}

const DATA_THROUGH = "2025-01-01";
const quarters: [string, string][] = Array.from({ length: 40 }, (_, i) => {
  const [year, quarter] = [2015 + Math.floor(i / 4), i % 4];
  const ends = ["03-31", "06-30", "09-30", "12-31"];
  return [`${year}-${String(quarter * 3 + 1).padStart(2, "0")}-01`, `${year}-${ends[quarter]}`];
});

function itemsOf(periods: [string, string][], only?: string): CountItem[] {
  return measureSpecs.flatMap(({ id, compute }) =>
    compute === null || (only !== undefined && id !== only)
      ? []
      : periods.map(
          ([from, to]): CountItem => ({
            ...{ measure: id, compute, lagDays: 0, members: false },
            period: compute.kind === "point_in_time" ? [to, to] : [from, to],
            by: compute.kind === "disparity" ? ["race"] : ["race", "age", "sex"],
          }),
        ),
  );
}

/** The process that the portal starts, with its largest memory from the system's own account of it. */
async function runProcess(
  folder: string,
  job: CountJob,
): Promise<{ answers: CountAnswers; megabytes: number }> {
  const [jobFile, answerFile] = [path.join(folder, "job.json"), path.join(folder, "answer.json")];
  await writeFile(jobFile, JSON.stringify(job));
  const words = ["--import", "tsx", "app/analysis/analysis-process.ts", jobFile, answerFile];
  const child = spawn(process.execPath, words, { stdio: "inherit" });
  let most = 0;
  const watch = setInterval(() => {
    void readFile(`/proc/${child.pid}/status`, "utf8").then(
      (status) => (most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)),
      () => undefined,
    );
  }, 100);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`the analysis process ended with ${code}`);
  return { answers: JSON.parse(await readFile(answerFile, "utf8")) as CountAnswers, megabytes: most };
}

/** Once for each primitive that a computed measure names: every column of the files that stand in its Parquet. */
async function scanSeconds(folder: string, files: CountJob["files"]): Promise<number> {
  const connection = await (await DuckDBInstance.create()).connect();
  const families = new Set(measureSpecs.flatMap(({ compute }) => (compute ? [compute.kind] : []))).size;
  const started = performance.now();
  for (let i = 0; i < families; i += 1)
    for (const table of Object.keys(files))
      await connection.run(
        `SELECT count(COLUMNS(*)) FROM read_parquet('${path.join(folder, `${table}.parquet`)}')`,
      );
  connection.closeSync();
  return (performance.now() - started) / 1000;
}

/** Every computed measure, every quarter of ten years, by race, age and sex, at so many report rows. */
export async function measureMeasures(rows: number, say: (line: string) => void): Promise<MeasuresResult> {
  const folder = path.resolve("data/bench/measures");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const connection = await (await DuckDBInstance.create()).connect();
  const files = await writeCountyFiles(connection, folder, rows);
  connection.closeSync();
  say(`${rows.toLocaleString("en-US")} report rows written`);
  const run = (items: CountItem[]) =>
    runProcess(folder, { files, parquetFolder: folder, dataThrough: DATA_THROUGH, items });
  const reading = (await run([])).answers.seconds;
  say(`read in ${reading.toFixed(1)} s`);
  const all = await run(itemsOf(quarters));
  const blocked = all.answers.answers.filter(({ blockedBy }) => blockedBy.length > 0);
  if (blocked.length > 0) throw new Error(`blocked: ${JSON.stringify(blocked[0])}`);
  const quarter = (await run(itemsOf(quarters.slice(-1)))).answers.seconds - reading;
  const scan = await scanSeconds(folder, files);
  await rm(folder, { recursive: true });
  return {
    ...{ rows, reading, quarter, scan, megabytes: all.megabytes, seconds: all.answers.seconds },
    measures: new Set(all.answers.answers.map(({ measure }) => measure)).size,
    results: all.answers.answers.reduce((sum, answer) => sum + answer.rows.length, 0),
    slowest: Object.entries(all.answers.times)
      .sort((a, b) => b[1] - a[1])
      .slice(0, 8),
  };
}
