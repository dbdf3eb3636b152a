import { existsSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { runUpstream } from "../tests/cli/run-upstream";
import { testDatabase } from "../tests/setup/database";
import { makeJurisdiction } from "../tests/setup/listing-rows";
import type { ImportReport } from "~/interop/hsds/import-report";
import { openZip } from "~/interop/hsds/open-zip";
import { readWhole } from "~/interop/hsds/package-files";

const shared = process.env["UPSTREAM_SHARED"] ?? path.resolve("../shared");
const baltimore = path.join(shared, "data/hsds-baltimore");
const first = await testDatabase();
await makeJurisdiction(first, "harbor");
const second = await testDatabase();
await makeJurisdiction(second, "harbor");

async function take(url: string, from: string, source: string): Promise<ImportReport> {
  const ran = await runUpstream(["import", "hsds", from, "--source", source, "--json"], {
    DATABASE_URL: url,
  });
  expect(ran.err).not.toContain("Invalid `prisma");
  return JSON.parse(ran.out) as ImportReport;
}
async function give(url: string, to: string): Promise<Map<string, string>> {
  const ran = await runUpstream(["export", "hsds", "--out", to, "--format", "csv"], { DATABASE_URL: url });
  expect(ran.code, ran.err).toBe(0);
  const files = await openZip(to);
  const texts = new Map<string, string>();
  for (const name of files.names.filter((one) => one.endsWith(".csv")))
    texts.set(name, await readWhole(files, name, 100_000_000));
  await files.close();
  return texts;
}
const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, one) => sum + one, 0);

it.skipIf(!existsSync(baltimore))(
  "a city's export goes in, goes out, comes back unchanged, and goes into another portal the same",
  { timeout: 600_000 },
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "round-"));
    await take(first.url, baltimore, "baltimore");
    const out = await give(first.url, path.join(folder, "a.zip"));
    expect(out.get("services.csv")?.split("\r\n").length).toBeGreaterThan(1_875);
    const back = await take(first.url, path.join(folder, "a.zip"), "own-export");
    expect([total(back.imported), total(back.updated), back.rejected, back.warnings]).toEqual([0, 0, [], []]);
    const other = await take(second.url, path.join(folder, "a.zip"), "own-export");
    expect(other.rejected).toEqual([]);
    const again = await give(second.url, path.join(folder, "b.zip"));
    expect([...again.keys()]).toEqual([...out.keys()]);
    // The town of a place that is held is told outward alone: nothing reads it back.
    const townless = (text?: string) =>
      text?.replace(/,"?Baltimore, MD"?(?=\r\n)|,"[^",]+, MD"(?=\r\n)/g, ",");
    // Our own note on a language is there a source's word, which of a held listing stays.
    const noteless = (text?: string) => text?.replace(/,spoken by staff(?=\r\n)/g, ",");
    const alike = (name: string, text?: string) =>
      name === "locations.csv" ? townless(text) : name === "languages.csv" ? noteless(text) : text;
    for (const [name, text] of out)
      expect(alike(name, again.get(name)) === alike(name, text), name).toBe(true);
  },
);
