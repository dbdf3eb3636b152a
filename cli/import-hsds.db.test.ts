import { appendFile, mkdtemp, readFile, truncate, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { runUpstream, startUpstream } from "../tests/cli/run-upstream";
import { scoreRelevance } from "../tests/cli/score-relevance";
import { testDatabase } from "../tests/setup/database";
import { asSystem, makeJurisdiction } from "../tests/setup/listing-rows";
import { searchListings } from "~/domain/directory/index.server";
import { emptyCriteria } from "~/domain/directory/search/search-criteria";
import { listAnswering } from "~/domain/organizations/index.server";
import { readSelfReferralOffer } from "~/domain/referrals/index.server";
import { wordsIn } from "~/locales/words-in.server";
import { describeCard } from "~/routes/listing-card/describe-card.server";
import type { ImportReport } from "~/interop/hsds/import-report";

const shared = process.env["UPSTREAM_SHARED"] ?? path.resolve("../shared");
const baltimore = path.join(shared, "data/hsds-baltimore");
const there = existsSync(baltimore);
if (!there) console.warn(`No real directory at ${baltimore}: the imports of it are not tested here.`);
const db = await testDatabase();
let harbor = "";

async function run(folder: string, ...more: string[]) {
  const ran = await runUpstream(
    ["import", "hsds", folder, "--jurisdiction", "harbor", "--source", "baltimore", "--json", ...more],
    { DATABASE_URL: db.url },
  );
  return { ...ran, report: ran.code === 0 ? (JSON.parse(ran.out) as ImportReport) : null };
}
const count = async (table: string) =>
  Number((await db.owner.query(`select count(*) from ${table}`)).rows[0].count);
const codes = (report: ImportReport | null) =>
  (report?.rejected ?? []).reduce<Record<string, number>>(
    (all, { code }) => ({ ...all, [code]: (all[code] ?? 0) + 1 }),
    {},
  );

/** A folder of our own with a few rows in the form of the real one. */
async function smallFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "hsds-"));
  const files = {
    "organizations.csv":
      "id,name,alternate_name,description,email,website,tax_id,legal_status\n1,Harbor Invented Org,,Helps &amp; listens,a@b.example,https://b.example,,\n",
    "locations.csv":
      "id,organization_id,name,alternate_name,description,latitude,longitude,languages,transportation,virtual\n10,1,Main door,,,39.34,-76.68,,,\n11,1,Quiet house,,,39.35,-76.69,,,\n",
    "services.csv":
      "id,location_id,name,alternate_name,description,eligibility,email,fees,application_process,languages,status,website\n100,10,Parent Talk,,Talk with parents,,,None.,,Spanish.,active,\n101,11,Safe Rest,,Shelter at a confidential location,,,,,,active,\n",
    "addresses.csv":
      "id,location_id,address_1,address_2,city,state_province,postal_code,country\n1,10,1 Invented St,,Baltimore,MD,21215,us\n2,11,5 Secret Way,,Towson,MD,21204,us\n",
    "phones.csv":
      "id,contact_id,location_id,organization_id,service_id,number,extension,department,number_type\n1,,10,1,100,(410) 555-0111,,,voice\n2,,10,1,100,(410)    -,,,voice\n",
    "taxonomy.csv": "id,name,taxonomy_id,parent_id,type\n5,Parenting Education,1-1,,service\n",
    "service_categories.json": '{"100":["5","5"],"101":["99"]}',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  return folder;
}

beforeAll(async () => {
  harbor = await makeJurisdiction(db, "harbor");
});

describe.skipIf(!there)("upstream import hsds, on a city's real export", () => {
  it(
    "takes it in, names every row it could not take, and finds it by need",
    { timeout: 600_000 },
    async () => {
      const { code, report, err } = await run(baltimore);
      expect(err).toContain("organizations: 748 rows taken");
      expect(code).toBe(0);
      expect(report?.imported).toMatchObject({
        organization: 748,
        location: 1482,
        service: 1875,
        service_at_location: 1875,
        contact: 737,
        taxonomy_term: 517,
      });
      expect(codes(report)).toMatchObject({ not_a_phone_number: 4, no_location: 1, unknown_location: 393 });
      expect(report?.rejected.find((note) => note.code === "no_location")).toMatchObject({
        file: "services.csv",
        column: "location_id",
        line: expect.any(Number),
      });
      const found = await asSystem(db, harbor, (ctx) =>
        searchListings(ctx, { criteria: { ...emptyCriteria, needs: ["parenting_support"] } }),
      );
      expect(found.total).toBeGreaterThan(20);
      expect(found.open).toBe(0);
      expect(found.results[0]).toMatchObject({
        room: { kind: "unknown" },
        freshness: { review: "not_checked" },
      });
    },
  );
  it("brings the right programs up first for lines as people type them, in both languages", async () => {
    const { all, en, es } = await scoreRelevance(db, harbor, {
      folder: path.join(shared, "cases/relevance"),
      source: baltimore,
    });
    expect([all.lines, en.lines, es.lines]).toEqual([20, 15, 5]);
    expect(all.ndcg5).toBeGreaterThanOrEqual(0.5);
    expect(all.success3).toBeGreaterThanOrEqual(0.75);
    expect(all.none).toBe(0);
    expect(es.ndcg5).toBeGreaterThanOrEqual(en.ndcg5 - 0.1);
  });
  it("promises no reply and no call of an organization where nobody answers", async () => {
    const { rows } = await db.owner.query<{ id: string; email: string | null }>(
      "select id, email from organization",
    );
    expect(rows.filter(({ email }) => email).length).toBeGreaterThan(400);
    const organizationIds = rows.map(({ id }) => id);
    const words = wordsIn("en", "public", { timeZone: "America/New_York", now: new Date() });
    await asSystem(db, harbor, async (ctx) => {
      const answering = await listAnswering(ctx, { organizationIds });
      expect(answering.size).toBe(0);
      const actor = { kind: "public" as const, jurisdictionId: harbor };
      const { results } = await searchListings(ctx, {
        criteria: { ...emptyCriteria, needs: ["parenting_support"] },
      });
      expect(results.length).toBeGreaterThan(20);
      for (const listing of results) {
        expect(describeCard(words, listing, answering).canAsk).toBe(false);
        const offer = await readSelfReferralOffer({ ...ctx, actor }, { serviceId: listing.serviceId });
        expect(offer.refused).not.toBeNull();
      }
    });
  });
  it("changes nothing the second time", async () => {
    const { report } = await run(baltimore);
    expect(Object.values({ ...report?.imported, ...report?.updated }).every((n) => n === 0)).toBe(true);
    expect(report?.unchanged).toMatchObject({ organization: 748, service: 1875 });
  });
  it("keeps nothing of where a confidential place is", async () => {
    const hidden = await db.owner.query("select * from location where visibility = 'hidden'");
    expect(hidden.rows.length).toBeGreaterThanOrEqual(5);
    expect(hidden.rows.every((row) => row.latitude === null && row.longitude === null)).toBe(true);
    const left = await db.owner.query(
      "select count(*) from address a join location l on l.id = a.location_id where l.visibility = 'hidden'",
    );
    expect(Number(left.rows[0].count)).toBe(0);
  });
});

describe("upstream import hsds", () => {
  it("writes nothing in a dry run", async () => {
    const before = await count("service");
    const { report } = await run(await smallFolder(), "--dry-run");
    expect(report?.imported).toMatchObject({ service: 2 });
    expect(await count("service")).toBe(before);
  });
  it("keeps what a provider has confirmed, and says so", async () => {
    const folder = await smallFolder();
    const first = await run(folder, "--source", "small");
    expect(codes(first.report)).toEqual({
      not_a_phone_number: 1,
      unknown_category: 1,
      confidential_address: 1,
    });
    await db.owner.query(
      "update service set assured_at = now(), name = 'Parent Talk, our words' where name = 'Parent Talk'",
    );
    const file = path.join(folder, "services.csv");
    await writeFile(file, (await readFile(file, "utf8")).replace("Parent Talk", "Parent Talking"));
    const second = await run(folder, "--source", "small");
    expect(second.report?.warnings.map((note) => note.code)).toContain("kept_confirmed");
    expect((await db.owner.query("select name from service where name like 'Parent Talk%'")).rows).toEqual([
      { name: "Parent Talk, our words" },
    ]);
  });
  it.each<[string, (folder: string) => Promise<void>, RegExp]>([
    [
      "a wrong header",
      (f) => writeFile(path.join(f, "services.csv"), "id,title\n1,x\n"),
      /services\.csv: wrong header, without location_id/,
    ],
    [
      "a half-written file",
      (f) =>
        truncate(path.join(f, "organizations.csv"), 90).then(() =>
          appendFile(path.join(f, "organizations.csv"), '"'),
        ),
      /organizations\.csv: (a quote|not readable)/,
    ],
    [
      "broken UTF-8",
      (f) => appendFile(path.join(f, "locations.csv"), Buffer.from([0x31, 0x32, 0x2c, 0xff, 0xfe, 0x0a])),
      /locations\.csv: not UTF-8 text/,
    ],
    ["an empty file", (f) => writeFile(path.join(f, "phones.csv"), ""), /phones\.csv: empty/],
    [
      "broken JSON",
      (f) => writeFile(path.join(f, "service_categories.json"), "{"),
      /service_categories\.json: not JSON/,
    ],
  ])("refuses %s as a whole, with exit 2 and nothing half done", async (_name, spoil, words) => {
    const folder = await smallFolder();
    await spoil(folder);
    const before = await count("organization");
    const { code, out, err } = await run(folder, "--source", "spoilt");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(words);
    expect(err).not.toMatch(/\n\s+at /);
    expect(await count("organization")).toBe(before);
  });
  it("refuses single rows with file, line, column and reason", async () => {
    const folder = await smallFolder();
    await appendFile(
      path.join(folder, "organizations.csv"),
      '2,"=HYPERLINK(""http://x"")",,,,,,\n3,Nul\u0000Org,,,,,,\n4,long,,,,,,,more\n1,Twice,,,,,,\n,No id,,,,,,\n',
    );
    const { code, report } = await run(folder, "--source", "rows");
    expect(code).toBe(0);
    expect(
      report?.rejected
        .filter((note) => note.file === "organizations.csv")
        .map(({ line, column, code }) => [line, column, code]),
    ).toEqual([
      [3, "name", "formula_cell"],
      [4, "name", "nul_byte"],
      [5, null, "columns"],
      [6, "id", "duplicate_id"],
      [7, "id", "no_id"],
    ]);
  });
  it("says what is wrong with the call", async () => {
    expect((await runUpstream(["import", "hsds", "/nowhere"], { DATABASE_URL: db.url })).code).toBe(2);
    expect((await runUpstream(["import", "hsds"], { DATABASE_URL: db.url })).err).toContain("usage:");
    expect(
      (await runUpstream(["import", "hsds", ".", "--jurisdiction", "atlantis"], { DATABASE_URL: db.url }))
        .err,
    ).toContain("no such jurisdiction: atlantis");
  });
  it("runs as a person starts it, and says what was done", async () => {
    const words = ["import", "hsds", await smallFolder(), "--jurisdiction", "harbor", "--source", "typed"];
    const { code, out, err } = await startUpstream(words, { DATABASE_URL: db.url });
    expect([code, out]).toEqual([0, expect.stringMatching(/^service +2 new, 0 updated, 0 unchanged$/m)]);
    expect(out).toMatch(/Not taken: 3[^]*phones\.csv, line 3, number: .* \(not_a_phone_number\)/);
    expect(err).toMatch(/12 new, 0 updated, 0 unchanged, 3 not taken, \d to look at\n$/);
  });
});
