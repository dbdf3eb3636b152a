import { beforeAll, describe, expect, it } from "vitest";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeCsv } from "~/interop/csv/write-csv";
import { runUpstream } from "../../tests/cli/run-upstream";
import { makePlace } from "../../tests/setup/auth-people";
import { testDatabase } from "../../tests/setup/database";
import { afcarsFile, afcarsRecord, federalFile, ncandsRecord } from "../../tests/setup/federal-files";
import { insertPortal, inventFamilies, portalIds, type Line } from "../../tests/setup/linked-county";
import { linkJurisdiction } from "./link-persons.server";

const db = await testDatabase();
const { a, b, persons } = await inventFamilies({ records: 800, seed: 41 });
const form = /^\d{4}-(0[1-9]|1[0-2])-([01]\d|2[0-8])$/;
const born = (line: Line): string => (form.test(line["born"] ?? "") ? (line["born"] ?? "") : "");
const sexOf = (line: Line, [female, male, unknown]: [string, string, string]): string =>
  ({ F: female, M: male })[line["sex"] ?? ""] ?? unknown;

/** Who the children are: no federal file says it. */
const nameColumns = {
  ...{ child_id: "id", first_name: "first", middle_name: "middle", last_name: "last", suffix: "suffix" },
  ...{ street_number: "house", street: "street", unit: "unit", postcode: "zip", phone: "phone" },
};
async function csvOf(more: Readonly<Record<string, (line: Line) => string>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "whatever-format-"));
  const rows = b.map((line) => [
    ...Object.values(nameColumns).map((column) => line[column] ?? ""),
    ...Object.values(more).map((say) => say(line)),
  ]);
  const header = [...Object.keys(nameColumns), ...Object.keys(more)];
  await writeFile(path.join(folder, "children.csv"), writeCsv(header, rows));
  return folder;
}

function ncandsOf(line: Line, n: number): string {
  const [year = "", month = "", day = ""] = born(line).split("-");
  const date = `${month}${day}${year}`.padEnd(8);
  return ncandsRecord(`R${n}`, line["id"] ?? "", { 65: date, 73: sexOf(line, ["2", "1", "9"]) });
}
function afcarsOf(line: Line): string {
  const who = `<E5_date_of_birth>${born(line).replaceAll("-", "")}</E5_date_of_birth><E6_sex>${sexOf(line, ["2", "1", ""])}</E6_sex>`;
  return afcarsRecord(line["id"] ?? "", [{ entry: "20250401", homes: [{ date: "20250401" }] }], who);
}

/** The same county's children in each form; a federal file comes with a list of names. */
const forms: Record<string, () => Promise<string[]>> = {
  csv: async () => [await csvOf({ dob: born, sex: (line) => sexOf(line, ["female", "male", ""]) })],
  ncands: async () => [
    await federalFile("child-file.txt", `${b.map(ncandsOf).join("\n")}\n`),
    await csvOf({}),
  ],
  afcars: async () => [await federalFile("ooh.xml", afcarsFile(b.map(afcarsOf))), await csvOf({})],
};

/** Links of a jurisdiction by the ids of both files, with what they rest on. */
async function linksOf(jurisdictionId: string): Promise<string[]> {
  const ids = await portalIds(db, jurisdictionId, a);
  const { rows } = await db.owner.query<{ person: string; child: string; rule: string }>(
    `select l.person_id::text as person, c.child_id as child, l.rule from person_link l
     join agency_child c on c.id = l.agency_child_id where l.jurisdiction_id = $1`,
    [jurisdictionId],
  );
  return rows.map(({ person, child, rule }) => `${ids.get(person)} ${child} ${rule}`).sort();
}

async function bring(slug: string, source: string): Promise<void> {
  const ran = await runUpstream(["import", "records", source, "--jurisdiction", slug, "--json"], {
    DATABASE_URL: db.url,
  });
  expect([slug, ran.code, (JSON.parse(ran.out) as { rejected: unknown[] }).rejected]).toEqual([slug, 0, []]);
}

const places = new Map<string, string>();
beforeAll(async () => {
  for (const slug of Object.keys(forms)) {
    const { jurisdictionId } = await makePlace(db, slug);
    places.set(slug, jurisdictionId);
    await insertPortal(db, jurisdictionId, a);
  }
});

describe("the same county's children as CSV, as an NCANDS Child File and as AFCARS XML", () => {
  it("are nobody without a list of names", async () => {
    for (const slug of ["ncands", "afcars"]) {
      const [federal = ""] = (await forms[slug]?.()) ?? [];
      await bring(slug, federal);
      await linkJurisdiction({ jurisdictionId: places.get(slug) ?? "" });
      expect(await linksOf(places.get(slug) ?? "")).toEqual([]);
    }
  }, 60_000);

  it("are the same people, exactly and by score, and the same pairs wait for readers", async () => {
    const told: Record<string, { links: string[]; open: unknown }> = {};
    for (const [slug, sources] of Object.entries(forms)) {
      const here = places.get(slug) ?? "";
      for (const source of await sources()) await bring(slug, source);
      await linkJurisdiction({ jurisdictionId: here, train: true });
      const open = await db.owner.query(
        "select count(*)::int as n from link_candidate where jurisdiction_id = $1 and state = 'open'",
        [here],
      );
      told[slug] = { links: await linksOf(here), open: open.rows };
    }
    const { csv, ncands, afcars } = told;
    expect(new Set(csv?.links.map((link) => link.split(" ")[2]))).toEqual(
      new Set(["exact_name_birth_date.1", "scored.1"]),
    );
    expect(ncands).toEqual(csv);
    expect(afcars).toEqual(csv);
    const numberOf = new Map(persons.map(({ side, id, person }) => [`${side} ${id}`, person]));
    const wrong = csv?.links.filter((link) => {
      const [person = "", child = ""] = link.split(" ");
      return numberOf.get(`a ${person}`) !== numberOf.get(`b ${child}`);
    });
    expect(wrong).toEqual([]);
  }, 120_000);
});
