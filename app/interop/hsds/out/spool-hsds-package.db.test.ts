import { writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import { asSystem, makeJurisdiction } from "../../../../tests/setup/listing-rows";
import { readZip } from "../../../../tests/setup/read-package";
import { secretWord } from "../../../../tests/setup/directory-secrets";
import { makeWholeDirectory } from "../../../../tests/setup/whole-directory";
import { spoolHsdsPackage } from "./spool-hsds-package.server";

const db = await testDatabase();

it("hands out a whole zip, and leaves no file behind", async () => {
  const harbor = await makeJurisdiction(db, "harbor");
  await makeWholeDirectory(db.owner, harbor);
  const ask = { format: "both" as const, title: "Harbor", profile: null };
  const { bytes, size } = await asSystem(db, harbor, (ctx) => spoolHsdsPackage(ctx, ask));
  const { path: spooled } = bytes as unknown as { path: string };
  const parts: Buffer[] = [];
  for await (const part of bytes) parts.push(part as Buffer);
  const zip = Buffer.concat(parts);
  expect(zip.length).toBe(size);
  const file = path.join(tmpdir(), `spooled-${process.pid}.zip`);
  await writeFile(file, zip);
  const files = await readZip(file);
  expect(files.get("services.csv")).toContain("Whole Listing");
  expect([...files.values()].join("")).not.toContain(secretWord);
  await expect.poll(() => existsSync(spooled)).toBe(false);
});
