import { rmSync } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { DuckDBInstance, version } from "@duckdb/node-api";
import { systemClock } from "../../domain/kernel/clock";
import { linkFiles } from "./link-files";
import { Refusal, type LinkAnswer, type LinkJob } from "./link-job";
import { Unsettled } from "./train-model";

/**
 * The DuckDB process: `linkage-process JOB.json ANSWER.json`, stages to stdout. It ends when its stdin does, so that it
 * never outlives who started it, and leaves nothing behind then: not half a result, nor what it spilled. Both results are
 * written beside their place and moved there when both are whole.
 */
const [jobFile, answerFile] = process.argv.slice(2);
if (jobFile === undefined || answerFile === undefined)
  throw new Error("linkage-process JOB.json ANSWER.json");
const job = JSON.parse(await readFile(jobFile, "utf8")) as LinkJob;
const [links, report] = [`${job.links}.${process.pid}.part`, `${job.report}.${process.pid}.part`];
const exchange = path.dirname(jobFile);

function leave(): never {
  for (const left of [links, report, exchange]) rmSync(left, { recursive: true, force: true });
  process.exit(143);
}
process.stdin.on("end", leave).resume();
process.stdout.on("error", leave);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, leave);

async function link(): Promise<LinkAnswer> {
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: job.memoryLimit,
    temp_directory: job.temporaryFolder,
  });
  const connection = await instance.connect();
  // Tables as a file would hold them: half the memory, and sooner read.
  await connection.run("ATTACH ':memory:' AS packed (COMPRESS)");
  await connection.run("USE packed");
  try {
    const found = await linkFiles(
      connection,
      { ...job, links },
      {
        thisYear: Number(systemClock.today("UTC").slice(0, 4)),
        engine: `duckdb ${version()}`,
        tell: (stage) => void process.stdout.write(`${stage}\n`),
      },
    );
    await writeFile(report, `${JSON.stringify(found.report, null, 2)}\n`);
    await rename(links, job.links);
    await rename(report, job.report);
    return { summary: found.summary, trained: found.trained };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.message };
    if (error instanceof Unsettled) return { unsettled: error.message };
    throw error;
  } finally {
    await rm(links, { force: true });
    await rm(report, { force: true });
    connection.closeSync();
    instance.closeSync();
  }
}

await writeFile(answerFile, JSON.stringify(await link()));
process.exit(0);
