import { buffer } from "node:stream/consumers";
import { fromBuffer } from "yauzl";

/** The files of a zip as text. */
export function unzip(zip: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    const files = new Map<string, string>();
    fromBuffer(zip, { lazyEntries: true }, (problem, archive) => {
      if (problem) return reject(problem);
      archive.on("entry", (entry: { fileName: string }) => {
        archive.openReadStream(entry as never, (fault, stream) => {
          if (fault) return reject(fault);
          void buffer(stream).then((bytes) => {
            files.set(entry.fileName, bytes.toString("utf8"));
            archive.readEntry();
          });
        });
      });
      archive.on("end", () => resolve(files));
      archive.on("error", reject);
      archive.readEntry();
    });
  });
}
