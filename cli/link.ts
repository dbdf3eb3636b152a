import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { Refusal, type MappedColumn } from "~/analysis/linkage/link-job";
import { readColumnMap } from "~/analysis/linkage/read-column-map";
import { runLinkage } from "~/analysis/linkage/run-linkage.server";
import { needOption, readOptions, resolvePath, Unusable, type Terminal } from "./command-words";

const value = { type: "string" } as const;
const options = {
  dedupe: { type: "boolean" },
  a: value,
  b: value,
  map: value,
  out: value,
  report: value,
  "memory-limit": value,
} as const;

function needFile(typed: string | undefined, name: string): string {
  const file = resolvePath(needOption(typed, name));
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Unusable(`no such file: ${typed}`);
  return file;
}

function needPlace(typed: string | undefined, name: string, inputs: (string | null)[]): string {
  const file = resolvePath(needOption(typed, name));
  const folder = statSync(path.dirname(file), { throwIfNoEntry: false });
  if (!folder?.isDirectory()) throw new Unusable(`no such directory: ${path.dirname(typed ?? "")}`);
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
    throw new Unusable(`--${name} is a directory: ${typed}`);
  if (inputs.includes(file))
    throw new Unusable(`--${name} would replace ${typed}, which is also read or written`);
  return file;
}

function readMap(file: string): MappedColumn[] {
  try {
    return readColumnMap(readFileSync(file, "utf8"));
  } catch (error) {
    throw error instanceof Refusal ? new Unusable(error.message) : error;
  }
}

/** `upstream link`: finds the same person in two files, or within one, without a portal and without the network. */
export async function link(words: string[], terminal: Terminal): Promise<void> {
  const typed = readOptions(words, options);
  if ((typed.b === undefined) === !typed.dedupe)
    throw new Unusable("link wants --b FILE, or --dedupe to look within --a, and not both");
  const a = needFile(typed.a, "a");
  const b = typed.b === undefined ? null : needFile(typed.b, "b");
  const map = needFile(typed.map, "map");
  const links = needPlace(typed.out, "out", [a, b, map]);
  const report = needPlace(typed.report, "report", [a, b, map, links]);
  const memoryLimit = typed["memory-limit"] ?? "1300MB";
  if (!/^\d+(\.\d+)?(MB|GB)$/.test(memoryLimit))
    throw new Unusable("--memory-limit wants MB or GB, such as 2GB");
  const answer = await runLinkage({ a, b, columns: readMap(map), links, report, memoryLimit }, (stage) =>
    terminal.err(stage),
  );
  if ("refused" in answer) throw new Unusable(answer.refused);
  if ("unsettled" in answer) throw new Error(answer.unsettled);
  terminal.err(`${answer.summary}\n`);
}
