import { rm } from "node:fs/promises";
import path from "node:path";
import { env } from "~/env.server";
import { recordTables } from "~/domain/reports/extract-columns";
import { type FileProblem, receiveFiles } from "../receive-files.server";

/** The largest file of a state that was asked about had four gigabytes. */
const fileBytes = 8_000_000_000;
const mostFiles = 20;

/** The folder in which uploaded files of an extract lie until they are read; web and worker share the data folder. */
export const recordsUpload = (runId: string): string =>
  path.resolve(env().DATA_FOLDER, "imports", `records-${runId}`);

/** Where the files of a zip lie while they are read. */
export const unpackedRecords = (runId: string): string =>
  path.resolve(env().DATA_FOLDER, "imports", `unpacked-${runId}`);

/** A name that is safe on every disk; a file of the contract is known in whatever letters it came. */
function keptName(name: string): string {
  const safe = name.replace(/[^\p{L}\p{N} ._()-]/gu, "_").replace(/^\.+/, "_");
  const small = safe.toLowerCase();
  return recordTables.some((table) => small === `${table}.csv`) ? small : safe.slice(-120);
}

export type ReceivedRecords = {
  id: string;
  fields: Record<string, string>;
  names: string[];
  problem: FileProblem | null;
};

/** Streams the files of one extract into the run's own folder: all of them, or none. */
export async function receiveRecords(request: Request, id: string): Promise<ReceivedRecords> {
  const folder = recordsUpload(id);
  const placeOf = (name: string) => path.join(folder, keptName(name));
  const { fields, files, problem } = await receiveFiles(request, { placeOf, files: mostFiles, fileBytes });
  if (problem !== null) await forgetRecords(id);
  return { id, fields, names: files.map((file) => path.basename(file.path)), problem };
}

/** What came and is not wanted, or not any more. */
export async function forgetRecords(runId: string): Promise<void> {
  for (const folder of [recordsUpload(runId), unpackedRecords(runId)])
    await rm(folder, { recursive: true, force: true });
}
