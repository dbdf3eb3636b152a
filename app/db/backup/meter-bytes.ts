import { createHash } from "node:crypto";
import { Transform } from "node:stream";

export interface Measured {
  bytes: number;
  /** Ends of lines: of COPY's text form, each is a row. */
  lines: number;
  sha256: string;
}

const newline = 10;

function countLines(chunk: Buffer): number {
  let lines = 0;
  for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, at + 1)) lines += 1;
  return lines;
}

/** Passes bytes on and tells at their end what they were; `ended` may refuse them by throwing. */
export function meterBytes(ended: (measured: Measured) => void): Transform {
  const hash = createHash("sha256");
  let [bytes, lines] = [0, 0];
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      lines += countLines(chunk);
      done(null, chunk);
    },
    flush(done) {
      try {
        ended({ bytes, lines, sha256: hash.digest("hex") });
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
}
