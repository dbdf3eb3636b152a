import { rename, rm } from "node:fs/promises";
import { Transform } from "node:stream";
import { type FileProblem, receiveFiles } from "../receive-files.server";

const uploadLimit = 120_000_000;

export interface ReceivedPackage {
  source: string;
  fileName: string;
  /** What is wrong with the file: none was chosen, too large, no zip. Then nothing was kept. */
  problem: "file" | "size" | "type" | null;
}

/** The first bytes say whether this is a zip; anything else ends the stream at once. */
function zipOnly(): Transform {
  let head = Buffer.alloc(0);
  let checked = false;
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      if (checked) return done(null, piece);
      head = Buffer.concat([head, piece]);
      if (head.length < 4) return done();
      checked = true;
      done(head.subarray(0, 2).toString("latin1") === "PK" ? null : new Error("type"), head);
    },
    flush(done) {
      done(checked ? null : new Error(head.length === 0 ? "file" : "type"));
    },
  });
}

const told = (problem: FileProblem | null): ReceivedPackage["problem"] =>
  problem === null || problem === "size" || problem === "type" ? problem : "file";

/**
 * Streams one uploaded zip to `target`, whole or not at all. Its name and the field `source` come with it. Broken bodies
 * count as no file.
 */
export async function receivePackage(request: Request, target: string): Promise<ReceivedPackage> {
  const part = `${target}.part`;
  const { fields, files, problem } = await receiveFiles(request, {
    ...{ placeOf: () => part, files: 1, fileBytes: uploadLimit, check: zipOnly },
  });
  if (problem === null) await rename(part, target);
  return { source: fields["source"] ?? "", fileName: files[0]?.name ?? "", problem: told(problem) };
}

/** A package that came but is not wanted after all. */
export const forgetPackage = (target: string): Promise<void> => rm(target, { force: true });
