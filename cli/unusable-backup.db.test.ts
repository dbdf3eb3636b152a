import { createWriteStream } from "node:fs";
import { copyFile, readdir, readFile, stat, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { ZipFile } from "yazl";
import { sealBytes } from "~/db/backup/seal-bytes";
import { migrationNames } from "../prisma/apply-migrations";
import { seedOneFamily } from "../tests/architecture/seed-one-family";
import { runUpstream } from "../tests/cli/run-upstream";
import { bareDatabase, backupSecret, ownFolder, portalOn, restoring } from "../tests/setup/backup-desk";
import { testDatabase } from "../tests/setup/database";

const db = await testDatabase();
const folder = await ownFolder();
const file = path.join(folder, "all.backup");

beforeAll(async () => {
  await seedOneFamily(db.owner);
  const ran = await runUpstream(
    ["backup", "--out", file],
    await portalOn(db.url, { SESSION_SECRET: backupSecret }),
  );
  expect(ran.code).toBe(0);
});

describe("a file that is no whole backup of this version", () => {
  let target: Awaited<ReturnType<typeof bareDatabase>>;
  let settings: Record<string, string>;
  beforeAll(async () => {
    target = await bareDatabase();
    settings = await portalOn(target.url);
  });

  async function expectRefused(from: string, words: RegExp) {
    const { code, err, out } = await restoring(from, settings, "--replace", target.name);
    expect([code, out, err]).toEqual([2, "", expect.stringMatching(words)]);
    expect(err.split("\n")).toHaveLength(2);
    expect(await target.ask("select from pg_class where relnamespace = 'public'::regnamespace")).toEqual([]);
    expect(await readdir(settings["DATA_FOLDER"] ?? "")).toEqual([]);
  }

  it("is refused when it is cut", async () => {
    const cut = path.join(folder, "cut.backup");
    const { size } = await stat(file);
    for (const length of [size - 1, Math.floor(size / 2), 400]) {
      await copyFile(file, cut);
      await truncate(cut, length);
      await expectRefused(cut, /is damaged: it was cut off or changed/);
    }
    await truncate(cut, 10);
    await expectRefused(cut, /is not a backup of this portal/);
  });

  it("is refused when one byte was flipped, wherever", async () => {
    const whole = await readFile(file);
    const flipped = path.join(folder, "flipped.backup");
    for (const at of [
      20,
      300,
      0.3 * whole.length,
      0.7 * whole.length,
      whole.length - 200,
      whole.length - 5,
    ]) {
      const bytes = Buffer.from(whole);
      const index = Math.floor(at);
      bytes[index] = (bytes[index] ?? 0) ^ 1;
      await writeFile(flipped, bytes);
      await expectRefused(flipped, /is damaged: it was cut off or changed/);
    }
  });

  it("is refused when it is another file, or none", async () => {
    const other = path.join(folder, "other.zip");
    await writeFile(other, "PK\x03\x04 of somebody else, and long enough to be read as a head of a zip file");
    await expectRefused(other, /is not a backup of this portal/);
    await writeFile(other, "");
    await expectRefused(other, /is not a backup of this portal/);
    await expectRefused(path.join(folder, "nowhere"), /nowhere cannot be read: .*no such file/);
    await expectRefused(folder, /cannot be read: it is a folder/);
  });

  async function writeSealed(manifest: object): Promise<string> {
    const made = path.join(folder, "made.backup");
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from("words"), "upstream-backup.txt", { compress: false });
    zip.addBuffer(Buffer.from(JSON.stringify(manifest)), "manifest.json");
    zip.end({ comment: `Upstream backup. ${"0".repeat(64)}`, forceZip64Format: false });
    await pipeline(zip.outputStream, sealBytes(), createWriteStream(made));
    return made;
  }
  const manifest = {
    ...{
      format: 1,
      version: "9.9.9",
      made: "2026-01-01T00:00:00.000Z",
      postgres: "18",
      migrations: [] as string[],
    },
    ...{ tables: [], sequences: [], files: [] as object[] },
  };

  it("is refused when it is of a newer version, or leaves the data folder", async () => {
    await expectRefused(
      await writeSealed({ ...manifest, format: 2 }),
      /newer version of the portal \(form 2\)/,
    );
    const later = { ...manifest, migrations: [...migrationNames(), "20991231000000_of_later"] };
    await expectRefused(
      await writeSealed(later),
      /newer version of the portal \(9\.9\.9, with 20991231000000_of_later\)/,
    );
    const odd = { path: "imports/../../etc/x", part: "files/x", bytes: 1, sha256: "0".repeat(64) };
    await expectRefused(await writeSealed({ ...manifest, files: [odd] }), /outside the data folder/);
  });
});
