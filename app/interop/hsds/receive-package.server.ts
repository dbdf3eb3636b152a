import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type ReadableStream } from "node:stream/web";
import busboy from "busboy";

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

/**
 * Streams one uploaded zip to `target`, whole or not at all. Its name and the field `source` come with it. Broken bodies
 * count as no file.
 */
export async function receivePackage(request: Request, target: string): Promise<ReceivedPackage> {
  const received: ReceivedPackage = { source: "", fileName: "", problem: "file" };
  const type = request.headers.get("content-type") ?? "";
  if (!request.body || !type.startsWith("multipart/form-data")) return received;
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  const part = `${target}.part`;
  let writing: Promise<void> = Promise.resolve();
  try {
    const form = busboy({
      headers: { "content-type": type },
      limits: { files: 1, fields: 10, fieldSize: 1_000, fileSize: uploadLimit },
    });
    form.on("field", (name, value) => {
      if (name === "source") received.source = value.trim();
    });
    form.on("file", (name, file, { filename }) => {
      if (name !== "file") return void file.resume();
      received.fileName = path.basename(filename ?? "").slice(0, 200);
      writing = pipeline(file, zipOnly(), createWriteStream(part, { mode: 0o600 }))
        .then(() => {
          received.problem = file.truncated ? "size" : null;
        })
        .catch((error: unknown) => {
          const why = error instanceof Error ? error.message : "";
          received.problem = why === "type" ? "type" : "file";
          file.resume();
        });
    });
    await pipeline(Readable.fromWeb(request.body as ReadableStream), form);
    await writing;
  } catch {
    await writing;
    received.problem = "file";
  }
  if (received.problem === null) await rename(part, target);
  else await rm(part, { force: true });
  return received;
}

/** A package that came but is not wanted after all. */
export const forgetPackage = (target: string): Promise<void> => rm(target, { force: true });
