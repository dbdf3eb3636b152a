import { createHash } from "node:crypto";

/** Our own namespace, fixed for ever: ids of an import must be the same at every run. */
const namespace = "6d6f7c52-7f0b-5d0a-9c39-2f1f6f3a7b11";

/** UUID version 5 (RFC 9562 section 5.5). */
export function uuidV5(name: string, space: string): string {
  const hash = createHash("sha1")
    .update(Buffer.from(space.replaceAll("-", ""), "hex"))
    .update(name)
    .digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** Ids of one source in one jurisdiction: the same source row always has the same id. */
export function sourceIds(jurisdictionId: string, source: string): (table: string, id: string) => string {
  const space = uuidV5(jurisdictionId, namespace);
  return (table, id) => uuidV5(`${source}:${table}:${id}`, space);
}
