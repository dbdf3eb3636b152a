import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { CountAnswers, CountJob } from "./count-job";

const LONGEST_ERROR = 4000;

/** The process is started from its source with tsx, from the project root, built or not. */
function findEntry(): string {
  const beside = path.join(path.dirname(fileURLToPath(import.meta.url)), "analysis-process.ts");
  return existsSync(beside) ? beside : path.resolve("app/analysis/analysis-process.ts");
}

/**
 * Runs one job in a DuckDB process of its own and answers what it counted. Rejects with the process's own words when it
 * fails; the folder for the exchange is removed either way.
 */
export async function runAnalysis(job: CountJob): Promise<CountAnswers> {
  const folder = await mkdtemp(path.join(tmpdir(), "upstream-analysis-"));
  const [jobFile, answerFile] = [path.join(folder, "job.json"), path.join(folder, "answer.json")];
  try {
    await writeFile(jobFile, JSON.stringify(job));
    await start([findEntry(), jobFile, answerFile]);
    return JSON.parse(await readFile(answerFile, "utf8")) as CountAnswers;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function start(args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", ...args], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    let words = "";
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      words = (words + chunk).slice(-LONGEST_ERROR);
    });
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`the analysis process ended with ${code}: ${words.trim()}`)),
    );
  });
}
