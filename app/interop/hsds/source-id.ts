import { hash } from "node:crypto";

/** Our own namespace, fixed for ever: ids of an import must be the same at every run. */
const namespace = "6d6f7c52-7f0b-5d0a-9c39-2f1f6f3a7b11";

/** UUID version 5 (RFC 9562 section 5.5). */
export function uuidV5(name: string, space: string): string {
  return inSpace(Buffer.from(space.replaceAll("-", ""), "hex"))(name);
}

function inSpace(space: Buffer): (name: string) => string {
  // One buffer for all names: an import makes a million ids.
  let room = Buffer.concat([space, Buffer.alloc(1_000)]);
  return (name) => {
    const needed = space.length + Buffer.byteLength(name);
    if (needed > room.length) room = Buffer.concat([space, Buffer.alloc(needed)]);
    room.write(name, space.length);
    const hex = hash("sha1", room.subarray(0, needed), "hex");
    const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
}

/** Ids of one source in one jurisdiction: the same source row always has the same id. */
export function sourceIds(jurisdictionId: string, source: string): (table: string, id: string) => string {
  const make = inSpace(Buffer.from(uuidV5(jurisdictionId, namespace).replaceAll("-", ""), "hex"));
  return (table, id) => make(`${source}:${table}:${id}`);
}
