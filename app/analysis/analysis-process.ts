import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { DuckDBInstance, version } from "@duckdb/node-api";
import type { CountAnswers, CountJob } from "./count-job";
import { countMeasures } from "./count-measures";

/** The DuckDB process: `analysis-process JOB.json ANSWER.json`. Its own process because DuckDB holds Node's threads. */
const [jobFile, answerFile] = process.argv.slice(2);
if (jobFile === undefined || answerFile === undefined)
  throw new Error("analysis-process JOB.json ANSWER.json");

const started = performance.now();
const job = JSON.parse(await readFile(jobFile, "utf8")) as CountJob;
const instance = await DuckDBInstance.create(":memory:", {
  memory_limit: "3GB",
  temp_directory: path.dirname(answerFile),
});
const connection = await instance.connect();
const answers: CountAnswers = {
  engine: `duckdb ${version()}`,
  seconds: 0,
  ...(await countMeasures(connection, job)),
};
answers.seconds = (performance.now() - started) / 1000;
await writeFile(answerFile, JSON.stringify(answers));
connection.closeSync();
instance.closeSync();
