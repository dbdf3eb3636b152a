import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type ReadableStream } from "node:stream/web";
import busboy from "busboy";

const mostBytes = 1_000_000;
export type ReceivedTable = { bytes: Uint8Array } | { problem: "file" | "size" };

/** The one file of a small upload, held in memory; broken bodies count as no file. */
export async function receiveTable(request: Request): Promise<ReceivedTable> {
  const type = request.headers.get("content-type") ?? "";
  if (!request.body || !type.startsWith("multipart/form-data")) return { problem: "file" };
  const parts: Buffer[] = [];
  let truncated = false;
  try {
    const form = busboy({
      headers: { "content-type": type },
      limits: { files: 1, fields: 10, fieldSize: 1_000, fileSize: mostBytes },
    });
    form.on("file", (name, file) => {
      if (name !== "file") return void file.resume();
      file.on("data", (part: Buffer) => parts.push(part));
      file.on("limit", () => (truncated = true));
    });
    await pipeline(Readable.fromWeb(request.body as ReadableStream), form);
  } catch {
    return { problem: "file" };
  }
  if (truncated) return { problem: "size" };
  return parts.length > 0 ? { bytes: Buffer.concat(parts) } : { problem: "file" };
}
