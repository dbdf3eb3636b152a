import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { LinkAnswer, LinkJob } from "./link-job";

const LONGEST_ERROR = 4000;

/** The process is started from its source with tsx, from the project root, built or not. */
function findEntry(): string {
  const beside = path.join(path.dirname(fileURLToPath(import.meta.url)), "linkage-process.ts");
  return existsSync(beside) ? beside : path.resolve("app/analysis/linkage/linkage-process.ts");
}

/**
 * Links in a DuckDB process of its own and tells each stage. What it spills lies in a folder that only this user may read
 * and that is removed at the end. A folder that the caller gives is the caller's to remove; the other process does it where
 * this one dies. Rejects with the process's own words when it fails; then nothing was written.
 */
export async function runLinkage(
  job: Omit<LinkJob, "temporaryFolder">,
  tell: (words: string) => void,
  given?: string,
): Promise<LinkAnswer> {
  const folder = given ?? (await mkdtemp(path.join(tmpdir(), "upstream-linkage-")));
  const [jobFile, answerFile] = [path.join(folder, "job.json"), path.join(folder, "answer.json")];
  try {
    await writeFile(jobFile, JSON.stringify({ ...job, temporaryFolder: path.join(folder, "spill") }));
    await start([findEntry(), jobFile, answerFile], tell);
    return JSON.parse(await readFile(answerFile, "utf8")) as LinkAnswer;
  } finally {
    if (given === undefined) await rm(folder, { recursive: true, force: true });
  }
}

function start(args: string[], tell: (words: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", ...args], { stdio: ["pipe", "pipe", "pipe"] });
    let words = "";
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      words = (words + chunk).slice(-LONGEST_ERROR);
    });
    child.stdout.setEncoding("utf8").on("data", tell);
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`the linkage process ended with ${code}: ${words.trim()}`)),
    );
  });
}
