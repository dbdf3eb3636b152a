import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import path from "node:path";

export type FileDescribed = { name: string; bytes: number; sha256: string };

async function describeFile(file: string): Promise<FileDescribed> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1_048_576 })) {
    const part = chunk as Buffer;
    bytes += part.length;
    hash.update(part);
  }
  return { name: path.basename(file), bytes, sha256: hash.digest("hex") };
}

/** Name, length and SHA-256 of files, one after another and never whole in memory. */
export async function describeFiles(files: readonly string[]): Promise<FileDescribed[]> {
  const described: FileDescribed[] = [];
  for (const file of files) described.push(await describeFile(file));
  return described;
}
