import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { startEmbeddedServer } from "../../app/db/embedded-server";
import { startUpstream } from "../cli/run-upstream";
import { dataFolder } from "./data-folder";
import { startPortal } from "./portal-process";

const start = ["node", "cli/start.mjs", "--empty"];

async function expectWords(folder: string, words: RegExp, env: Record<string, string> = {}): Promise<void> {
  const portal = startPortal(start, folder, env);
  expect(await portal.ended).toBe(1);
  expect(portal.said()).toMatch(words);
  expect(portal.said()).not.toMatch(/^\s+at /m);
}

/** A file system of its own, where this machine lets us make one. */
function mounted(options: string): string | null {
  const folder = dataFolder();
  const disk = path.join(folder, "disk");
  mkdirSync(disk);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", disk], { stdio: "ignore" });
  } catch {
    return null;
  }
  // Runs before the folder is removed.
  afterAll(() => void execFileSync("umount", ["-l", disk]));
  return disk;
}

const folder = dataFolder();
const elsewhere = dataFolder();
const small = mounted("size=12m,mode=755");
const tiny = mounted("size=40k,mode=755");
const used = mounted("size=400m,mode=755");
if (!small) console.warn("This machine mounts nothing for us: full and locked disks are not played here.");

describe("a start", () => {
  it("says so where the data folder can only be read or not written", () =>
    // Nobody, root neither, makes a folder there.
    expectWords(
      "/sys/upstream",
      /The portal cannot keep its data\. \/sys\/upstream: the folder (may not|is on a disk)/,
    ));

  it.runIf(small)("says so where the disk is full", () =>
    expectWords(small ?? "", /The portal cannot keep its data\. .*the disk is full: make room/),
  );

  it.runIf(used)(
    "says so where the database's disk can only be read any more, or has filled up; a backup too",
    async () => {
      const disk = used ?? "";
      const portal = startPortal(start, disk);
      await portal.serving;
      const settings = { DATA_FOLDER: disk, DATABASE_URL: "", SESSION_SECRET: "" };
      mkdirSync(path.join(disk, "imports"));
      writeFileSync(path.join(disk, "imports", "one.zip"), randomBytes(200_000));
      const ran = await startUpstream(["backup", "--out", path.join(tiny ?? "", "all.backup")], settings);
      const said = `The backup was not written. ${tiny}: the disk is full: make room.\n`;
      expect([ran.code, ran.err, readdirSync(tiny ?? "")]).toEqual([1, said, []]);
      portal.child.kill("SIGTERM");
      await portal.ended;
      execFileSync("mount", ["-o", "remount,ro", disk]);
      await expectWords(disk, /The portal cannot keep its data\. .*can only be read/);
      execFileSync("mount", ["-o", "remount,rw", disk]);
      execFileSync("sh", ["-c", `cat /dev/zero > ${disk}/full 2>/dev/null || true`]);
      await expectWords(disk, /The portal cannot keep its data\. .*the disk is full: make room/);
    },
  );

  it("says which right a login lacks that may make no roles", async () => {
    const server = await startEmbeddedServer({ folder: elsewhere });
    const owner = new pg.Client({ connectionString: server.url });
    await owner.connect();
    await owner.query("create role county login password 'county'; grant county to current_user");
    await owner.query("create database county owner county");
    await owner.end();
    const url = new URL(server.url);
    [url.username, url.password, url.pathname] = ["county", "county", "/county"];
    const lacks =
      /"county" cannot set up the database "county": it lacks the right CREATEROLE.*alter role "county" createrole/;
    await expectWords(folder, lacks, { DATABASE_URL: url.href });
    await server.stop();
  });
});
