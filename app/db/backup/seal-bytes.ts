import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** A sealed file ends in the SHA-256, in hex, of everything before it. */
export const sealLength = 64;

/** Splits a stream into what comes before its last 64 bytes, and these. */
function holdTail() {
  let tail = Buffer.alloc(0);
  return {
    tail: () => tail,
    next(chunk: Buffer): Buffer {
      const all = Buffer.concat([tail, chunk]);
      const cut = Math.max(0, all.length - sealLength);
      tail = all.subarray(cut);
      return all.subarray(0, cut);
    },
  };
}

/** Passes bytes on and writes the seal in place of the last 64, which must be there for it. */
export function sealBytes(): Transform {
  const hash = createHash("sha256");
  const held = holdTail();
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const sure = held.next(chunk);
      hash.update(sure);
      done(null, sure);
    },
    flush: (done) => done(null, Buffer.from(hash.digest("hex"))),
  });
}

/** Whether a file is as it was sealed: neither cut nor changed. */
export async function isSealed(file: string): Promise<boolean> {
  const hash = createHash("sha256");
  const held = holdTail();
  const read = new Writable({
    write(chunk: Buffer, _encoding, done) {
      hash.update(held.next(chunk));
      done();
    },
  });
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), read);
  return hash.digest("hex") === held.tail().toString("latin1");
}
