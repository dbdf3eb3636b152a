import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { caseDesk, caseFolder, folderOf, told } from "../../../../tests/setup/case-desk";
import { testDatabase } from "../../../../tests/setup/database";

const db = await testDatabase();
const organizations = { "organizations.csv": "id,name,description\no1,Quayside Family Trust,Helps\n" };
const service = {
  ...organizations,
  "services.csv": "id,organization_id,name,status\ns1,o1,Brent Centre,active\n",
};

describe("one cell that cannot be", () => {
  it("leaves its place without a point, and everything else is taken", async () => {
    const desk = await caseDesk(db, "longitude");
    const report = await desk.take(caseFolder("one-bad-longitude/one-bad-longitude"));
    expect([report.imported["service"], report.rejected]).toEqual([5, []]);
    expect(told(report.warnings)).toEqual(["locations.csv 4 longitude bad_number"]);
    const points = "select latitude, longitude from location where jurisdiction_id = $1 and source_id";
    expect(await desk.rows(`${points} = 'l3'`)).toEqual([{ latitude: null, longitude: null }]);
    expect(await desk.rows(`${points} = 'l4'`)).toEqual([{ latitude: 39.352, longitude: -76.692 }]);
    expect((await desk.find({})).total).toBe(5);
  });
  it("is no point when one half is missing", async () => {
    const desk = await caseDesk(db, "half");
    const report = await desk.take(caseFolder("one-bad-longitude/pt-latonly-nozip"));
    expect(report.imported["service"]).toBe(1);
    expect((await desk.find({})).total).toBe(1);
  });
  it("refuses names that no index holds, by file, line and column", async () => {
    const desk = await caseDesk(db, "long");
    const report = await desk.take(caseFolder("long-names"));
    expect(told(report.rejected)).toEqual([
      "organizations.csv 2 name too_long",
      "services.csv 2 name too_long",
    ]);
  });

  const nested = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const ring = Array.from({ length: 150_000 }, () => "[1,1]").join(",");
  it.each<[string, Record<string, string>, string[]]>([
    [
      "dates that are none",
      {
        "schedules.csv":
          "id,service_id,valid_from,valid_to,until\nh1,s1,0000-01-01,9999999-01-01,2026-02-30\n",
      },
      [
        "schedules.csv 2 until bad_date",
        "schedules.csv 2 valid_from bad_date",
        "schedules.csv 2 valid_to bad_date",
      ],
    ],
    [
      "a moment that its offset carries out of the calendar",
      {
        "services.csv":
          "id,organization_id,name,status,last_modified\ns1,o1,Brent,active,9999-12-31T23:00:00-14:00\n",
      },
      ["services.csv 2 last_modified bad_date"],
    ],
    [
      "numbers that are none, or too large",
      {
        "services.csv":
          "id,organization_id,name,status,minimum_age,maximum_age,waitlist_days\ns1,o1,Brent,active,NaN,1e400,99999999999\n",
      },
      [
        "services.csv 2 maximum_age bad_number",
        "services.csv 2 minimum_age bad_number",
        "services.csv 2 waitlist_days bad_number",
      ],
    ],
    [
      "NUL in text, in lists and in objects",
      {
        "services.csv": `id,organization_id,name,status,description,need_codes,family_text\ns1,o1,Br\0ent,active,a\0b,"[""a\\u0000b""]",${nested('{"en":{"name":"x\\u0000y","summary":"\\ud800"}}')}\n`,
      },
      ["services.csv 2  nul_byte"],
    ],
    [
      "a key of an object that no text holds",
      {
        "services.csv": `id,organization_id,name,status,family_text\ns1,o1,Brent,active,${nested('{"e\\u0000n":{}}')}\n`,
      },
      ["services.csv 2 family_text bad_json"],
    ],
    [
      "a column whose name no report could hold",
      { "services.csv": "id,organization_id,name,status,od\0d\ns1,o1,Brent,active,x\n" },
      ["services.csv 1 odd unknown_column"],
    ],
    [
      "an entry that no index holds",
      {
        "services.csv": `id,organization_id,name,status,need_codes\ns1,o1,Brent,active,"food,${"字".repeat(3_000)}"\n`,
      },
      ["services.csv 2 need_codes too_long"],
    ],
    [
      "more words for families than a search can hold",
      {
        "services.csv": `id,organization_id,name,status,family_text\ns1,o1,Brent,active,${nested(
          JSON.stringify({ en: { summary: Array.from({ length: 150_000 }, (_, n) => `w${n}`).join(" ") } }),
        )}\n`,
      },
      ["services.csv 2 family_text too_long"],
    ],
    [
      "a zone that no clock knows",
      { "schedules.csv": "id,service_id,byday,time_zone,valid_from\nh1,s1,MO,Mars/Olympus,2027-01-01\n" },
      ["schedules.csv 2 time_zone bad_time_zone"],
    ],
    [
      "a polygon of very many corners",
      {
        "service_areas.csv": `id,service_id,extent,extent_type\nr1,s1,${nested(`{"type":"Polygon","coordinates":[[${ring}]]}`)},geojson\n`,
      },
      [],
    ],
  ])("takes the row and says what was left out: %s", async (name, files, notes) => {
    const desk = await caseDesk(db, `cell-${name}`);
    const report = await desk.take(await folderOf({ ...service, ...files }));
    expect([told(report.rejected), told(report.warnings)]).toEqual([[], notes]);
    expect((await desk.find({})).total).toBe(1);
  });

  it.each<[string, Record<string, string>, string[]]>([
    [
      "a code that no index holds",
      { "taxonomy_terms.csv": `id,code,name,description\nk1,${"字".repeat(900)},Name,Words\n` },
      ["taxonomy_terms.csv 2 code too_long"],
    ],
    [
      "an id that is none",
      {
        "services.csv": `id,organization_id,name,status\ns1,o1,Brent,active\n${"i".repeat(300)},o1,Other,active\n`,
      },
      ["services.csv 3 id bad_id"],
    ],
  ])("refuses the row alone: %s", async (name, files, notes) => {
    const desk = await caseDesk(db, `row-${name}`);
    const report = await desk.take(await folderOf({ ...service, ...files }));
    expect(told(report.rejected)).toEqual(notes);
    expect((await desk.find({})).total).toBeGreaterThanOrEqual(1);
  });

  it("refuses what is too long in the older form too", async () => {
    const desk = await caseDesk(db, "ohana-long");
    const folder = caseFolder("ohana-hours");
    const files = Object.fromEntries(
      readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), "utf8")]),
    );
    const name = "字".repeat(1_900);
    const organization = `9,${name},,Helps.,,,,\n`;
    const report = await desk.take(
      await folderOf({ ...files, "organizations.csv": `${files["organizations.csv"]}${organization}` }),
    );
    expect(told(report.rejected)).toEqual(["organizations.csv 3 name too_long"]);
  });

  it("is at a place once, however often and by whichever id its source says so", async () => {
    const desk = await caseDesk(db, "same-place");
    const files = (places: string, hours: string) => ({
      ...service,
      "locations.csv": "id,organization_id,location_type,name\nl1,o1,physical,Place\n",
      "service_at_location.csv": `id,service_id,location_id\n${places}`,
      "schedules.csv": `id,service_at_location_id,byday\n${hours}`,
    });
    const report = await desk.take(await folderOf(files("x1,s1,l1\nx2,s1,l1\n", "h1,x1,MO\nh2,x2,TU\n")));
    expect([report.rejected, told(report.warnings)]).toEqual([
      [],
      ["service_at_location.csv 3 location_id same_place"],
    ]);
    const hours =
      "select c.byday, p.source_id from schedule c join service_at_location p on p.id = c.service_at_location_id where c.jurisdiction_id = $1 order by c.source_id";
    expect(await desk.rows(hours)).toEqual([
      { byday: ["MO"], source_id: "x1" },
      { byday: ["TU"], source_id: "x1" },
    ]);
    const again = await desk.take(await folderOf(files("x9,s1,l1\n", "h1,x9,MO\n")));
    expect([again.rejected, again.imported["service_at_location"]]).toEqual([[], 0]);
    expect(await desk.rows(hours)).toEqual([{ byday: ["MO"], source_id: "x1" }]);
  });

  it("refuses a file of another encoding by its name", async () => {
    const broken = Buffer.from([0x69, 0x64, 0x0a, 0xff, 0xfe, 0x80, 0x81, 0x0a]);
    const desk = await caseDesk(db, "encoding");
    await expect(desk.take(await folderOf({ ...service, "phones.csv": broken }))).rejects.toThrow(
      /phones\.csv/,
    );
  });
});
