import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../tests/setup/database";
import { asSystem, makeJurisdiction, testClock } from "../../../tests/setup/listing-rows";
import { mergeDesk } from "../../../tests/setup/merge-desk";
import { copyRows } from "~/db/copy-rows.server";
import { decideImportConflict, listImportConflicts } from "~/domain/directory/index.server";
import { importHsds, openSource } from "./import-hsds.server";
import type { ImportReport } from "./import-report";

const db = await testDatabase();
const { pairsOf, merge, sql } = await mergeDesk(db);
const idIn = (town: number) => (kind: number, n: number) =>
  `0000${town}00${kind}-0000-4000-8000-${String(n).padStart(12, "0")}`;

/** Takes a package of these files, by name and lines, into a jurisdiction. */
async function take(here: string, source: string, files: Record<string, string[]>): Promise<ImportReport> {
  const folder = await mkdtemp(path.join(tmpdir(), "hsds-rows-"));
  for (const [name, lines] of Object.entries(files))
    await writeFile(path.join(folder, `${name}.csv`), `${lines.join("\n")}\n`);
  const from = await openSource(folder, { allowPrivate: false }, () => undefined);
  return db.inTransaction({ jurisdictionId: here }, (tx) => {
    const actor = { kind: "system" as const, name: "test", jurisdictionId: here };
    const copy = copyRows(tx);
    return importHsds({ actor, tx, clock: testClock }, { from, source, copy, progress: () => undefined });
  });
}
const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, one) => sum + one, 0);

describe("a row that a source has beyond what its provider confirmed", () => {
  const id = idIn(1);
  const files = (phones: string[]) => ({
    organizations: ["id,name,description", `${id(1, 1)},Invented Agency,Helps`],
    services: ["id,organization_id,name,status", `${id(2, 1)},${id(1, 1)},Story Time,active`],
    phones: ["id,service_id,number,description", ...phones],
  });
  const first = `${id(3, 1)},${id(2, 1)},(410) 555-0100,`;
  const second = `${id(3, 2)},${id(2, 1)},(410) 555-0122,"evenings, too"`;

  it("is there at once when theirs is taken, and the next import has nothing to say", async () => {
    const here = await makeJurisdiction(db, "rows");
    await take(here, "city", files([first]));
    await sql("update service set assured_at = now() where id = $1", [id(2, 1)]);
    await take(here, "city", files([first, second]));
    const phones = () =>
      sql("select number, description, type, source, source_id from phone where id = $1", [id(3, 2)]);
    expect(await phones()).toEqual([]);
    const { open } = await asSystem(db, here, (ctx) => listImportConflicts(ctx));
    expect(open).toMatchObject([
      { entity: "phone", field: "row", theirs: "(410) 555-0122", name: "Story Time" },
    ]);
    const before = await sql("select version from service where id = $1", [id(2, 1)]);
    await asSystem(db, here, (ctx) =>
      decideImportConflict(ctx, { id: open[0]?.id ?? "", decision: "theirs" }),
    );
    const source = { source: "city", source_id: id(3, 2) };
    expect(await phones()).toEqual([
      { number: "(410) 555-0122", description: "evenings, too", type: "", ...source },
    ]);
    expect(await sql("select version from service where id = $1", [id(2, 1)])).not.toEqual(before);
    expect(await sql("select field, changed_by from field_change where entity_id = $1", [id(3, 2)])).toEqual([
      { field: "row", changed_by: "import" },
    ]);
    const again = await take(here, "city", files([first, second]));
    expect([total(again.imported), total(again.updated), again.warnings]).toEqual([0, 0, []]);
  });

  it("is refused when what it hangs on is gone, and then stays to be decided", async () => {
    const here = await makeJurisdiction(db, "gone");
    const other = idIn(2);
    const moved = (lines: string[]) => lines.map((line) => line.replaceAll("0000100", "0000200"));
    const given = (phones: string[]) =>
      Object.fromEntries(Object.entries(files(phones)).map(([name, lines]) => [name, moved(lines)]));
    await take(here, "city", given([first]));
    await sql("update service set assured_at = now() where id = $1", [other(2, 1)]);
    await take(here, "city", given([first, second]));
    const { open } = await asSystem(db, here, (ctx) => listImportConflicts(ctx));
    await sql(
      "update import_conflict set row = jsonb_set(row, '{service_id}', to_jsonb($2::text)) where id = $1",
      [open[0]?.id, other(2, 99)],
    );
    const decide = asSystem(db, here, (ctx) =>
      decideImportConflict(ctx, { id: open[0]?.id ?? "", decision: "theirs" }),
    );
    await expect(decide).rejects.toThrow("row_gone");
    expect((await asSystem(db, here, (ctx) => listImportConflicts(ctx))).waiting).toBe(1);
  });
});

describe("rows that were merged here", () => {
  const id = idIn(3);
  const files = (name: string) => ({
    organizations: [
      "id,name,description,website",
      `${id(1, 1)},Invented Family Center,Helps,https://invented.example`,
      `${id(1, 2)},The Invented Family Centre,Helps,https://invented.example`,
    ],
    services: [
      "id,organization_id,name,status",
      `${id(2, 1)},${id(1, 1)},Story Time,active`,
      `${id(2, 2)},${id(1, 2)},${name},active`,
    ],
    phones: [
      "id,service_id,number",
      `${id(3, 2)},${id(2, 2)},(410) 555-0122`,
      `${id(3, 3)},${id(2, 2)},(410) 555-0133`,
    ],
  });

  it("stay merged whatever their source says, and what points at them goes to the kept ones", async () => {
    const here = await makeJurisdiction(db, "merged");
    await take(here, "city", files("Story Time"));
    const organizations = await pairsOf(here, "organization");
    await merge(here, organizations[0]?.id ?? "", id(1, 1));
    const services = await pairsOf(here, "service");
    await merge(here, services[0]?.id ?? "", id(2, 1));
    await sql("delete from phone where id = $1", [id(3, 3)]);

    const report = await take(here, "city", files("Story Time renamed"));
    expect(report.rejected).toEqual([]);
    const rows = await sql(
      "select id, name, organization_id, merged_into_id, left_source_at from service where jurisdiction_id = $1 order by id",
      [here],
    );
    const own = { organization_id: id(1, 1), left_source_at: null };
    expect(rows).toMatchObject([
      { id: id(2, 1), name: "Story Time", merged_into_id: null, ...own },
      { id: id(2, 2), name: "Story Time", merged_into_id: id(2, 1), left_source_at: null },
    ]);
    expect(await sql("select merged_into_id from organization where id = $1", [id(1, 2)])).toEqual([
      { merged_into_id: id(1, 1) },
    ]);
    expect(await sql("select service_id from phone where id = $1", [id(3, 3)])).toEqual([
      { service_id: id(2, 1) },
    ]);
    expect(await sql("select service_id from listing_words where jurisdiction_id = $1", [here])).toEqual([
      { service_id: id(2, 1) },
    ]);
    const again = await take(here, "city", files("Story Time renamed"));
    expect([total(again.imported), total(again.updated)]).toEqual([0, 0]);
  });

  it("stay merged when they leave their source and come back", async () => {
    const here = await makeJurisdiction(db, "merged-back");
    const back = idIn(4);
    const moved = (name: string) =>
      Object.fromEntries(
        Object.entries(files(name)).map(([file, lines]) => [
          file,
          lines.map((line) => line.replaceAll("0000300", "0000400")),
        ]),
      );
    await take(here, "city", moved("Story Time"));
    await merge(here, (await pairsOf(here, "organization"))[0]?.id ?? "", back(1, 1));
    await merge(here, (await pairsOf(here, "service"))[0]?.id ?? "", back(2, 1));
    const all = moved("Story Time");
    const without = {
      ...all,
      services: all["services"]?.slice(0, 2) ?? [],
      phones: ["id,service_id,number"],
    };
    await take(here, "city", without);
    await take(here, "city", all);
    expect(
      await sql("select merged_into_id, listing_state from service where id = $1", [back(2, 2)]),
    ).toMatchObject([{ merged_into_id: back(2, 1) }]);
    expect(await sql("select service_id from listing_words where jurisdiction_id = $1", [here])).toEqual([
      { service_id: back(2, 1) },
    ]);
  });
});
