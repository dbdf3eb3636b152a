import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { DuckDBInstance, version } from "@duckdb/node-api";
import { systemClock } from "../../domain/kernel/clock";
import { linkFiles } from "./link-files";
import { Refusal, type LinkAnswer, type LinkJob } from "./link-job";

/**
 * The DuckDB process: `linkage-process JOB.json ANSWER.json`, stages to stdout. It ends when its stdin does, so that it
 * never outlives who started it. Both results are written beside their place and moved there when both are whole.
 */
const [jobFile, answerFile] = process.argv.slice(2);
if (jobFile === undefined || answerFile === undefined)
  throw new Error("linkage-process JOB.json ANSWER.json");
process.stdin.on("end", () => process.exit(143)).resume();

async function link(job: LinkJob): Promise<LinkAnswer> {
  const [links, report] = [`${job.links}.${process.pid}.part`, `${job.report}.${process.pid}.part`];
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: job.memoryLimit,
    temp_directory: job.temporaryFolder,
  });
  const connection = await instance.connect();
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
    return { summary: found.summary };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.message };
    throw error;
  } finally {
    await rm(links, { force: true });
    await rm(report, { force: true });
    connection.closeSync();
    instance.closeSync();
  }
}

await writeFile(
  answerFile,
  JSON.stringify(await link(JSON.parse(await readFile(jobFile, "utf8")) as LinkJob)),
);
process.exit(0);
