import { expect, it } from "vitest";
import type { ImportReport } from "~/interop/hsds/import-report";
import { writeSearchRows } from "../../app/domain/directory/search-index/write-search-rows.server";
import { runUpstream } from "../cli/run-upstream";
import { testDatabase } from "../setup/database";
import { asSystem, makeJurisdiction } from "../setup/listing-rows";
import { openWholeData } from "./ask-open-data";

const db = await testDatabase();
const { portal, page } = await openWholeData(db);
const more = 130;

const rows = async (text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  (await db.owner.query(text, values)).rows as Record<string, unknown>[];
const number = async (text: string, values: unknown[] = []) => Number((await rows(text, values))[0]?.["n"]);

/** More listings of the same organization, so that a list has several pages. */
async function addListings(): Promise<void> {
  const made = await rows(
    `insert into service (id, jurisdiction_id, organization_id, slug, name, description, status, listing_state, published_at)
     select md5(n::text)::uuid, s.jurisdiction_id, s.organization_id, 'more-' || n, 'More ' || n, 'Words', 'active', 'published', now()
     from (select * from service where listing_state = 'published' order by id limit 1) s, generate_series(1, $1::int) n
     returning id, jurisdiction_id as "in"`,
    [more],
  );
  await rows(
    `insert into phone (id, jurisdiction_id, service_id, number)
     select md5('p' || id::text)::uuid, jurisdiction_id, id, '(410) 555-0100' from service where slug like 'more-%'`,
  );
  await asSystem(db, String(made[0]?.["in"]), (ctx) =>
    writeSearchRows(
      ctx,
      made.map((row) => String(row["id"])),
    ),
  );
}

it("reads a portal's own API over HTTP, all pages of it, into another jurisdiction", async () => {
  await addListings();
  const first = await page("/services?per_page=100");
  expect(first.total_pages).toBeGreaterThan(1);
  const reader = await makeJurisdiction(db, "reader");
  const read = () =>
    runUpstream(
      ["import", "hsds", `${portal.origin}/hsds`, "--jurisdiction", "reader", "--source", "harbor", "--json"],
      { DATABASE_URL: db.url },
    );
  const ran = await read();
  expect([ran.code, ran.err.split("\n").filter((line) => line.includes("/services:"))]).toEqual([
    0,
    expect.arrayContaining([`/services: ${first.total_items} in all`]),
  ]);
  const report = JSON.parse(ran.out) as ImportReport;
  expect(report.rejected).toEqual([]);
  const own = "where jurisdiction_id = $1 and source = 'harbor'";
  expect(await number(`select count(*) as n from service ${own}`, [reader])).toBe(first.total_items);
  const names = first.contents.map((one) => String(one["name"])).toSorted();
  expect(
    (
      await rows(`select name from service ${own} and name = any($2) order by name collate "C"`, [
        reader,
        names,
      ])
    ).map((row) => row["name"]),
  ).toEqual(expect.arrayContaining(names));
  // What hangs on them came along, and is found by a search.
  expect(
    await number(
      `select count(*) as n from phone p join service s on s.id = p.service_id where s.jurisdiction_id = $1 and s.name like 'More %'`,
      [reader],
    ),
  ).toBe(more);
  expect(
    await number(
      "select count(*) as n from listing_words where jurisdiction_id = $1 and name like 'More %'",
      [reader],
    ),
  ).toBe(more);
  const [run] = await rows("select state, file_name, source from import_run where jurisdiction_id = $1", [
    reader,
  ]);
  expect(run).toEqual({ state: "done", file_name: "127.0.0.1", source: "harbor" });

  const again = JSON.parse((await read()).out) as ImportReport;
  const changed = Object.values({ ...again.imported, ...again.updated });
  expect(changed.every((count) => count === 0)).toBe(true);
});
