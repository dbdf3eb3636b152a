import { readFileSync } from "node:fs";
import type pg from "pg";
import { openDatabase } from "../../app/db/client.server";
import { inTransaction } from "../../app/db/transaction.server";
import { needCodes } from "../../app/domain/directory/needs/needs";
import { countyOfPoint } from "../../app/domain/directory/places/places";
import { countTerms } from "../../app/domain/directory/search-index/count-terms.server";
import { writeSearchRows } from "../../app/domain/directory/search-index/write-search-rows.server";
import { systemClock } from "../../app/domain/kernel/clock";
import { type BenchZip, spreadZips } from "./spread-zips";

/** ZIPs as often as they weigh, for service-rows.sql to draw from. */
async function writeChoices(owner: pg.Client, choices: readonly BenchZip[]): Promise<void> {
  const zips = choices.flatMap((zip) => {
    const fips = countyOfPoint(zip)?.fips ?? "";
    return Array.from({ length: zip.weight }, () => ({ ...zip, fips }));
  });
  await owner.query(
    `create temp table bench_zip as select (row_number() over ())::int - 1 as n, code, latitude, longitude, nearby, fips
     from json_to_recordset($1) as z(code text, latitude float8, longitude float8, nearby text[], fips text)`,
    [JSON.stringify(zips)],
  );
  await owner.query("create index on bench_zip (n)");
  await owner.query("analyze bench_zip");
}

/** Search rows by the portal's own writer, in steps as an import does. */
async function writeSearch(owner: pg.Client, url: string, jurisdictionId: string): Promise<void> {
  const { rows } = await owner.query<{ id: string }>("select id from service order by id");
  const database = openDatabase(url, 2);
  try {
    for (let at = 0; at < rows.length; at += 5_000) {
      const ids = rows.slice(at, at + 5_000).map((row) => row.id);
      await inTransaction(
        { jurisdictionId },
        (tx) =>
          writeSearchRows(
            { actor: { kind: "system", name: "bench", jurisdictionId }, tx, clock: systemClock },
            ids,
          ),
        { prisma: database.prisma, timeout: 600_000 },
      );
    }
    await inTransaction(
      { jurisdictionId },
      (tx) =>
        countTerms({ actor: { kind: "system", name: "bench", jurisdictionId }, tx, clock: systemClock }),
      { prisma: database.prisma, timeout: 600_000 },
    );
  } finally {
    await database.close();
  }
}

/** Writes `count` published services with places, addresses, phones, hours and areas, and what search reads of them. */
export async function writeServices(
  owner: pg.Client,
  url: string,
  jurisdictionId: string,
  count: number,
  choices: readonly BenchZip[] = spreadZips(),
): Promise<void> {
  await writeChoices(owner, choices);
  const sql = readFileSync(new URL("service-rows.sql", import.meta.url), "utf8");
  // The needs of directory/needs/needs.ts in their order: the first are drawn most often.
  const words = {
    JURISDICTION: `${owner.escapeLiteral(jurisdictionId)}::uuid`,
    COUNT: String(count),
    NEEDS: owner.escapeLiteral(`{${needCodes.join(",")}}`),
  };
  await owner.query(
    Object.entries(words).reduce((text, [name, value]) => text.replaceAll(`$${name}`, () => value), sql),
  );
  await owner.query("analyze");
  await writeSearch(owner, url, jurisdictionId);
}
