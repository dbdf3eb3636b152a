import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { testDatabase } from "../../../tests/setup/database";
import { asSystem, makeJurisdiction, testClock } from "../../../tests/setup/listing-rows";
import { copyRows } from "~/db/copy-rows.server";
import {
  decideImportConflict,
  listImportConflicts,
  listImportRuns,
  recordFieldChanges,
} from "~/domain/directory/index.server";
import { importHsds, openSource } from "./import-hsds.server";
import type { ImportReport } from "./import-report";

const db = await testDatabase();
let here = "";
const id = (kind: number, n: number) => `0000000${kind}-0000-4000-8000-${String(n).padStart(12, "0")}`;

interface Given {
  services: number[];
  name?: string;
  description?: string;
  phones?: boolean;
}
/** A small package of our own in the 3.1 tabular form. */
async function folderOf({ services, name = "Program", description = "Words", phones = true }: Given) {
  const folder = await mkdtemp(path.join(tmpdir(), "hsds3-"));
  const files: Record<string, string> = {
    "organizations.csv": `bom,id,name,description,website,parent_organization_id\n,${id(1, 1)},Invented Agency,Helps,www.agency.example,${id(1, 2)}\n,${id(1, 2)},Invented Parent,Helps,,${id(1, 1)}\n`,
    "services.csv": `id,organization_id,name,description,status,minimum_age,maximum_age\n${services
      .map(
        (n) =>
          `${id(2, n)},${id(1, 1)},${n === 1 ? name : `Program ${n}`},"${n === 1 ? description : "Words"}",active,3,12`,
      )
      .join("\n")}\n`,
  };
  if (phones)
    files["phones.csv"] =
      `id,service_id,number\n${services.map((n) => `${id(3, n)},${id(2, n)},(410) 555-0100`).join("\n")}\n${id(3, 9_999)},${id(2, 9_999)},(410) 555-0199\n`;
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder, file), text);
  return folder;
}

async function take(given: Given): Promise<ImportReport> {
  const from = await openSource(await folderOf(given), { allowPrivate: false }, () => undefined);
  return db.inTransaction({ jurisdictionId: here }, (tx) => {
    const ctx = {
      actor: { kind: "system" as const, name: "test", jurisdictionId: here },
      tx,
      clock: testClock,
    };
    return importHsds(ctx, { from, source: "city", copy: copyRows(tx), progress: () => undefined });
  });
}
const row = async (n: number) =>
  (await db.owner.query("select * from service where id = $1", [id(2, n)])).rows[0] as Record<
    string,
    unknown
  >;
const codes = (notes: { code: string }[]) => notes.map((note) => note.code).toSorted();
const all = Array.from({ length: 30 }, (_, n) => n + 1);

beforeAll(async () => {
  here = await makeJurisdiction(db, "city");
});

it("takes a package under its own ids and says what it did to it", async () => {
  const report = await take({ services: all });
  expect(report.imported).toMatchObject({ organization: 2, service: 30, phone: 30 });
  expect(codes(report.rejected)).toEqual(["unknown_service"]);
  expect(codes(report.warnings)).toEqual(["cycle", "unknown_column", "url_without_scheme"]);
  expect(await row(1)).toMatchObject({
    source: "city",
    child_age_min_months: 36,
    child_age_max_months: 155,
    listing_state: "published",
  });
  const again = await take({ services: all });
  expect(Object.values({ ...again.imported, ...again.updated }).every((count) => count === 0)).toBe(true);
});

it("keeps the one field that a provider changed, and lets the source change the others", async () => {
  await asSystem(db, here, async (ctx) => {
    await ctx.tx.service.update({ where: { id: id(2, 1) }, data: { name: "Ours" } });
    const change = {
      entity: "service",
      entityId: id(2, 1),
      field: "name",
      previous: "Program",
      replacement: "Ours",
    };
    await recordFieldChanges(ctx, [
      {
        serviceId: id(2, 1),
        organizationId: id(1, 1),
        action: "update",
        changedBy: "provider",
        changes: [change],
      },
    ]);
  });
  expect(codes((await take({ services: all })).warnings)).not.toContain("kept_confirmed");
  const report = await take({ services: all, name: "Theirs", description: "New words" });
  expect(codes(report.warnings)).toContain("kept_confirmed");
  expect(await row(1)).toMatchObject({ name: "Ours", description: "New words" });
  const told = await db.owner.query(
    "select field, changed_by from field_change where entity_id = $1 and changed_by = 'import'",
    [id(2, 1)],
  );
  expect(told.rows).toEqual([{ field: "description", changed_by: "import" }]);
  const { open } = await asSystem(db, here, (ctx) => listImportConflicts(ctx));
  expect(open).toMatchObject([{ entity: "service", field: "name", ours: "Ours", theirs: "Theirs" }]);
  await asSystem(db, here, (ctx) => decideImportConflict(ctx, { id: open[0]!.id, decision: "theirs" }));
  expect(await row(1)).toMatchObject({ name: "Theirs" });
  expect((await take({ services: all, name: "Theirs", description: "New words" })).updated).toMatchObject({
    service: 0,
  });
  expect((await asSystem(db, here, (ctx) => listImportRuns(ctx))).runs.length).toBeGreaterThan(3);
});

it("leaves a confirmed listing whole, with its details", async () => {
  await db.owner.query("update service set assured_at = now() where id = $1", [id(2, 2)]);
  await db.owner.query("update service set name = 'Before' where id = $1", [id(2, 2)]);
  await db.owner.query("update phone set number = '(410) 555-0155' where id = $1", [id(3, 2)]);
  const report = await take({ services: all, name: "Theirs", description: "New words" });
  expect(
    report.warnings
      .filter((note) => note.code === "kept_confirmed")
      .map((note) => note.column)
      .toSorted(),
  ).toEqual(["name", "number"]);
  expect(await row(2)).toMatchObject({ name: "Before" });
});

it("withdraws what left, shows it again when it is back, and takes a file that lost much for a broken one", async () => {
  const without = await take({ services: all.filter((n) => n !== 3) });
  expect(codes(without.warnings)).toContain("left_source");
  expect(await row(3)).toMatchObject({ status: "inactive", listing_state: "unpublished" });
  const kept = await take({ services: all.filter((n) => n !== 2) });
  expect(codes(kept.warnings)).toContain("kept_confirmed");
  expect(await row(2)).toMatchObject({ status: "active", listing_state: "published" });
  expect(await row(3)).toMatchObject({
    status: "active",
    listing_state: "published",
    left_source_at: null,
  });
  const broken = await take({ services: [1, 2] });
  expect(codes(broken.warnings)).toContain("many_rows_left");
  expect(await row(20)).toMatchObject({ status: "active", listing_state: "published" });
});

it("takes a description of a million characters, and refuses a longer one by its line", async () => {
  await take({ services: all, description: "x".repeat(1_000_000) });
  expect(String((await row(1))["description"]).length).toBe(1_000_000);
  const report = await take({ services: all, description: "x".repeat(1_000_001) });
  expect(report.rejected.find((note) => note.code === "too_long")).toMatchObject({
    file: "services.csv",
    line: 2,
    column: "description",
  });
});
