import { isAscii } from "node:buffer";
import iconv from "iconv-lite";
import type { Readable } from "node:stream";

export type Guess = "utf-8" | "windows-1252" | "cp437" | "latin-1" | "mixed" | null;

/** Letters and signs that American and Spanish texts hold; their rarer neighbours say that a guess is wrong. */
const usual = new Set("áéíóúüñÁÉÍÓÚÜÑ¿¡àèìòùâêîôûäëïöçÀÈÂÊÎÔÇãõøå‘’“”–—•…·°®©™½¼¾€£§ªº«»×\u00a0");

function plausible(encoding: string, counts: Uint32Array): number {
  let good = 0;
  let all = 0;
  for (let byte = 0x80; byte < 0x100; byte += 1) {
    const count = counts[byte] ?? 0;
    if (count === 0) continue;
    all += count;
    if (usual.has(iconv.decode(Buffer.from([byte]), encoding))) good += count;
  }
  return all === 0 ? 0 : good / all;
}

/** Bytes that UTF-8 does not have, and how many whole characters of it there are, over a stream of pieces. */
function utf8Reader() {
  let need = 0;
  const found = { bad: 0, good: 0, counts: new Uint32Array(256) };
  const read = (piece: Uint8Array): void => {
    // Most pieces of most files: looked at sixteen bytes at a time.
    if (need === 0 && isAscii(piece)) return;
    for (const byte of piece) {
      if (byte < 0x80) {
        if (need > 0) found.bad += 1;
        need = 0;
        continue;
      }
      found.counts[byte] = (found.counts[byte] ?? 0) + 1;
      if ((byte & 0xc0) === 0x80) {
        if (need === 0) found.bad += 1;
        else if ((need -= 1) === 0) found.good += 1;
      } else {
        if (need > 0) found.bad += 1;
        need =
          byte >= 0xc2 && byte < 0xe0
            ? 1
            : byte >= 0xe0 && byte < 0xf0
              ? 2
              : byte >= 0xf0 && byte < 0xf5
                ? 3
                : 0;
        if (need === 0) found.bad += 1;
      }
    }
  };
  return { found, read, end: () => void (found.bad += need > 0 ? 1 : 0) };
}

/**
 * What a file's bytes are: UTF-8; an older encoding when nearly all of its signs make sense in one; "mixed" when it holds
 * both; null when nothing makes sense of it.
 */
export async function guessEncoding(source: Readable): Promise<Guess> {
  const { found, read, end } = utf8Reader();
  for await (const piece of source) read(piece as Buffer);
  end();
  if (found.bad === 0) return "utf-8";
  if (found.good > found.bad) return "mixed";
  const [best] = (["windows-1252", "cp437"] as const)
    .map((encoding) => ({ encoding, share: plausible(encoding, found.counts) }))
    .sort((a, b) => b.share - a.share);
  if (!best || best.share < 0.9) return null;
  const between = found.counts.slice(0x80, 0xa0).some((count) => count > 0);
  return best.encoding === "windows-1252" && !between ? "latin-1" : best.encoding;
}
