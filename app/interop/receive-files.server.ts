import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { Readable, type Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type ReadableStream } from "node:stream/web";
import busboy from "busboy";

/** What is wrong with what was sent: no file, one too large, of another kind, two of one name, too many. */
export type FileProblem = "file" | "size" | "type" | "twice" | "many";
export type ReceivedFiles = {
  fields: Record<string, string>;
  files: { name: string; path: string }[];
  problem: FileProblem | null;
};
type Receiving = {
  /** Where a file of that name is written. */
  placeOf(name: string): string;
  files: number;
  fileBytes: number;
  /** Looks at the bytes on their way; its error's message is a problem. */
  check?: () => Transform;
};

const problems: readonly string[] = ["file", "size", "type", "twice", "many"];
const problemOf = (error: unknown): FileProblem => {
  const why = error instanceof Error ? error.message : "";
  return problems.includes(why) ? (why as FileProblem) : "file";
};

/**
 * Streams the files of a form's field `file` to disk, one after another and none whole in memory, with the words of the
 * other fields. An empty choice is no file; a broken body counts as none. With a problem, nothing stays on disk.
 */
export async function receiveFiles(request: Request, receiving: Receiving): Promise<ReceivedFiles> {
  const received: ReceivedFiles = { fields: {}, files: [], problem: "file" };
  const type = request.headers.get("content-type") ?? "";
  if (!request.body || !type.startsWith("multipart/form-data")) return received;
  const writing: Promise<void>[] = [];
  let problem: FileProblem | null = null;
  try {
    const form = busboy({
      headers: { "content-type": type },
      defParamCharset: "utf8",
      limits: { files: receiving.files, fields: 10, fieldSize: 1_000, fileSize: receiving.fileBytes },
    });
    form.on("field", (name, value) => void (received.fields[name] = value.trim()));
    form.on("filesLimit", () => (problem ??= "many"));
    form.on("file", (field, file, { filename }) => {
      const name = path.basename(filename ?? "").slice(0, 200);
      if (field !== "file" || name === "") return void file.resume();
      const place = receiving.placeOf(name);
      const isTwice = received.files.some((one) => one.path === place);
      if (isTwice || problem !== null) {
        problem ??= "twice";
        return void file.resume();
      }
      received.files.push({ name, path: place });
      const write = async (): Promise<void> => {
        await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
        const out = createWriteStream(place, { mode: 0o600 });
        await (receiving.check ? pipeline(file, receiving.check(), out) : pipeline(file, out));
        if (file.truncated) throw new Error("size");
      };
      writing.push(
        write().catch((error: unknown) => {
          problem ??= problemOf(error);
          file.resume();
        }),
      );
    });
    await pipeline(Readable.fromWeb(request.body as ReadableStream), form);
  } catch {
    problem ??= "file";
  }
  await Promise.all(writing);
  received.problem = problem ?? (received.files.length === 0 ? "file" : null);
  if (received.problem !== null) for (const one of received.files) await rm(one.path, { force: true });
  return received;
}
