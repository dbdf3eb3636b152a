import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { expect, it } from "vitest";
import { ZipFile } from "yazl";
import { openZip } from "./open-zip";

interface Piece {
  name: string;
  content: Buffer;
  mode?: number;
}
async function makeZip(pieces: Piece[]): Promise<string> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), "zip-")), "package.zip");
  const zip = new ZipFile();
  for (const { name, content, mode } of pieces)
    zip.addBuffer(content, name, mode === undefined ? {} : { mode });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
  return file;
}
const services = { name: "services.csv", content: Buffer.from("id,name,status\n1,Invented,active\n") };

/** Gives an entry another name of the same length, which a careful writer of zips would not. */
async function rename(file: string, from: string, to: string): Promise<string> {
  const bytes = await readFile(file);
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes.write(to, at, "latin1");
  await writeFile(file, bytes);
  return file;
}

it("reads a package, also one that lies in a folder of the zip", async () => {
  const files = await openZip(
    await makeZip([
      { ...services, name: "export/2026/services.csv" },
      { ...services, name: "notes.txt" },
    ]),
  );
  expect(files.names).toEqual(["services.csv"]);
  const pieces: Buffer[] = [];
  for await (const piece of await files.open("services.csv")) pieces.push(piece as Buffer);
  expect(Buffer.concat(pieces).toString()).toBe(services.content.toString());
  await files.close();
});

it.each<[string, () => Promise<string>, RegExp]>([
  [
    "a bomb",
    () => makeZip([{ name: "services.csv", content: Buffer.alloc(60_000_000, 97) }]),
    /"services\.csv", more than 200 times/,
  ],
  [
    "a path that climbs out",
    async () =>
      rename(
        await makeZip([{ ...services, name: "xx/etc/services.csv" }]),
        "xx/etc/services.csv",
        "../etc/services.csv",
      ),
    /relative path: \.\.\/etc\/services\.csv/,
  ],
  [
    "an absolute path",
    async () =>
      rename(
        await makeZip([{ ...services, name: "xetc/services.csv" }]),
        "xetc/services.csv",
        "/etc/services.csv",
      ),
    /absolute path: \/etc\/services\.csv/,
  ],
  ["a symbolic link", () => makeZip([{ ...services, mode: 0o120777 }]), /"services\.csv", a symbolic link/],
  [
    "a zip in the zip",
    () => makeZip([services, { name: "more.zip", content: Buffer.from("PK") }]),
    /"more\.zip", a package inside/,
  ],
  [
    "too many files",
    () => makeZip(Array.from({ length: 501 }, (_, n) => ({ name: `f${n}.csv`, content: Buffer.from("a") }))),
    /more than 500 files/,
  ],
  [
    "something that is no zip",
    async () => {
      const file = path.join(await mkdtemp(path.join(tmpdir(), "zip-")), "x.zip");
      await writeFile(file, "PK\u0003\u0004 not really");
      return file;
    },
    /not a zip that can be read/,
  ],
  [
    "a zip cut off",
    async () => {
      const file = await makeZip([services]);
      await writeFile(file, (await readFile(file)).subarray(0, 60));
      return file;
    },
    /not a zip that can be read/,
  ],
])("refuses %s by name", async (_what, make, words) => {
  await expect(openZip(await make())).rejects.toThrow(words);
});

it("refuses an encrypted entry", async () => {
  const file = await makeZip([services]);
  const bytes = await readFile(file);
  const central = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  bytes.writeUInt16LE(bytes.readUInt16LE(central + 8) | 1, central + 8);
  await writeFile(file, bytes);
  await expect(openZip(file)).rejects.toThrow(/"services\.csv", encrypted/);
});

it("stops at an entry that holds more than it says", async () => {
  const file = await makeZip([{ name: "services.csv", content: Buffer.from("id,name\n".repeat(5_000)) }]);
  const bytes = await readFile(file);
  const central = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  bytes.writeUInt32LE(100, central + 24);
  await writeFile(file, bytes);
  const files = await openZip(file);
  const read = async () => {
    for await (const piece of await files.open("services.csv")) void piece;
  };
  await expect(read()).rejects.toThrow(/services\.csv/);
  await files.close();
});
