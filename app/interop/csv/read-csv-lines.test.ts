import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readCsvLines, UnusableFile } from "./read-csv-lines";

let folder = "";
beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), "upstream-csv-"))));
afterAll(() => rm(folder, { recursive: true }));

async function read(content: string | Buffer): Promise<[number, string[]][]> {
  const file = path.join(folder, "table.csv");
  await writeFile(file, content);
  const found: [number, string[]][] = [];
  for await (const lines of readCsvLines(file))
    for (const { line, cells } of lines) found.push([line, cells]);
  return found;
}

it("tells each record with the line it ends on", async () => {
  expect(await read('\uFEFFa,b\n1,"x ""y"", z"\r\n\n"two\nlines",\n,"",end')).toEqual([
    [1, ["a", "b"]],
    [2, ["1", 'x "y", z']],
    [5, ["two\nlines", ""]],
    [6, ["", "", "end"]],
  ]);
  expect(await read("a,b\r1,2\r3,4")).toEqual([
    [1, ["a", "b"]],
    [2, ["1", "2"]],
    [3, ["3", "4"]],
  ]);
  expect(await read('5" pipe,a "b" c,"d"e\n')).toEqual([[1, ['5" pipe', 'a "b" c', "de"]]]);
  expect(await read("")).toEqual([]);
});

it("gives back whatever a writer of CSV wrote, across every border of a chunk", async () => {
  const cell = fc.string({ unit: fc.constantFrom(...'a1,"\n\r é'), maxLength: 12 });
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(rows, async (written) => {
      const text = stringify([["x", "y", "z"], ...written], { quoted: true });
      expect((await read(text)).slice(1).map(([, cells]) => cells)).toEqual(written);
    }),
    { numRuns: 40 },
  );
  const long = Array.from({ length: 30_000 }, (_, i) => [`id${i}`, `Ñandú "${i}", Ana`]);
  expect((await read(stringify(long))).map(([, cells]) => cells)).toEqual(long);
});

it.each([
  ["a quote that is never closed", 'a,b\n1,"never', /table\.csv ends inside a quoted cell: it was cut off/],
  ["a line without an end", `a,b\n${"x".repeat(1_400_000)}`, /the record on line 2 has no end/],
  ["a quoted cell without an end", `a,b\n1,"${"x\n".repeat(700_000)}`, /has no end/],
])("does not read %s", async (_what, content, words) => {
  await expect(read(content)).rejects.toThrow(UnusableFile);
  await expect(read(content)).rejects.toThrow(words);
});
