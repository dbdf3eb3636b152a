import { describe, expect, it } from "vitest";
import { caseDesk, caseFolder, folderOf, told } from "../../../../tests/setup/case-desk";
import { testDatabase } from "../../../../tests/setup/database";
import { readEmail } from "../read-email";
import { readUrl } from "../read-url";

const db = await testDatabase();
const organizations = { "organizations.csv": "id,name,description\no1,Quayside Family Trust,Helps\n" };

describe("addresses", () => {
  it("are of a kind in any case, and of a country by any of its names", async () => {
    const desk = await caseDesk(db, "address-type");
    const report = await desk.take(caseFolder("address-type"));
    const kinds = await desk.rows<{ key: string; kind: string; country: string }>(
      "select source_id as key, address_type as kind, country from address where jurisdiction_id = $1",
    );
    const of = (key: string) => kinds.find((row) => row.key === key);
    expect([of("a11")?.kind, of("a10")?.kind, of("a8")?.country, of("a9")?.country]).toEqual([
      "physical",
      "postal",
      "US",
      "US",
    ]);
    expect(report.warnings.filter(({ column }) => column === "address_type")).toEqual([]);
    expect((await desk.cards()).get("Smew Centre 11")?.lines[0]).toBe("In Baltimore.");
    const again = await desk.take((await desk.give()).file, "own");
    expect(again.updated["address"]).toBe(0);
  });

  it("get back what a spreadsheet took from them, and say what is doubtful", async () => {
    const desk = await caseDesk(db, "zips");
    const zips = [
      "a1,l1,1 A St,Jersey City,NJ,7307,US,physical",
      'a2,l1,1 A St,Jersey City,NJ,"=""07307""",US,physical',
      "a3,l1,1 A St,San Juan,PR,907,US,physical",
      "a4,l1,1 A St,Baltimore,MD,212151234,US,physical",
      "a5,l1,1 A St,Baltimore,MD,2121,US,physical",
      "a6,l1,1 A St,Toronto,ON,M5V 2T6,CA,physical",
      "a7,l1,1 A St,Baltimore,MD,21215,US,somewhere",
    ];
    const report = await desk.take(
      await folderOf({
        ...organizations,
        "locations.csv":
          "id,organization_id,location_type,latitude,longitude\nl1,o1,physical,40.72,-74.07\nl2,o1,physical,39.34,76.68\nl3,o1,physical,-76.68,39.34\nl4,o1,physical,13.47,144.75\n",
        "addresses.csv": `id,location_id,address_1,city,state_province,postal_code,country,address_type\n${zips.join("\n")}\n`,
      }),
    );
    expect(
      await desk.rows("select postal_code as zip from address where jurisdiction_id = $1 order by source_id"),
    ).toEqual(["07307", "07307", "00907", "21215-1234", "2121", "M5V 2T6", "21215"].map((zip) => ({ zip })));
    expect(told(report.warnings)).toEqual([
      "addresses.csv 2 postal_code repaired_zip",
      "addresses.csv 4 postal_code repaired_zip",
      "addresses.csv 6 postal_code doubtful_zip",
      "addresses.csv 8 address_type bad_value",
      "locations.csv 3 latitude coordinates_outside",
      "locations.csv 4 latitude coordinates_outside",
    ]);
  });
});

describe("web and mail addresses", () => {
  it("are repaired, or refused by their line", async () => {
    const desk = await caseDesk(db, "urls");
    const report = await desk.take(caseFolder("urls"));
    const rows = await desk.rows<{ url: string | null }>(
      "select url from service where jurisdiction_id = $1 order by length(source_id), source_id",
    );
    expect(rows.map(({ url }) => url)).toEqual([
      "https://www.quayside.example.org",
      "http://quayside.example.org",
      null,
      "http://quayside.example.org",
      null,
      "HTTP://QUAYSIDE.EXAMPLE.ORG",
      "https://quayside.example.org",
      "https://facebook.com/quayside",
      "http://quayside.example.org",
      null,
    ]);
    expect(told(report.warnings)).toEqual([
      "services.csv 10 url repaired_url",
      "services.csv 11 url bad_url",
      "services.csv 2 url url_without_scheme",
      "services.csv 3 url several_urls",
      "services.csv 4 url bad_url",
      "services.csv 5 url repaired_url",
      "services.csv 6 url bad_url",
      "services.csv 8 url repaired_url",
      "services.csv 9 url url_without_scheme",
    ]);
  });
  it("are read out of what stands around them", () => {
    const mails = [
      "mailto:ana@q.example",
      "ana@q.example; bo@q.example",
      "Ana <ana@q.example>",
      "ana at q.example",
      "ana@q.example?subject=Hi",
    ];
    expect(mails.map((one) => readEmail(one).value)).toEqual([
      "ana@q.example",
      "ana@q.example",
      "ana@q.example",
      null,
      "ana@q.example",
    ]);
    const webs = [
      "<https://q.example>",
      "https:/q.example",
      "www.q.example, www.r.example",
      "user:pw@q.example",
      "q.example:8080/a",
    ];
    expect(webs.map((one) => readUrl(one).value)).toEqual([
      "https://q.example",
      "https://q.example",
      "https://www.q.example",
      null,
      "https://q.example:8080/a",
    ]);
  });
});

it("says ages of half years, and texts without their markup", async () => {
  const desk = await caseDesk(db, "ages");
  await desk.take(
    await folderOf({
      "organizations.csv": "id,name,description\no1,Quayside &amp; Sons,Helps\n",
      "services.csv":
        "id,organization_id,name,status,minimum_age,maximum_age\ns1,o1,Knot 1,active,1.5,\ns2,o1,Knot 2,active,0.5,2.5\ns3,o1,Knot 3,active,3.5,5\n",
    }),
  );
  const cards = await desk.cards();
  const ages = [...cards].map(
    ([name, { lines }]) => `${name}: ${/For children: [^]*?[a-z]\./.exec(lines[2] ?? "")?.[0]}`,
  );
  expect(ages.toSorted()).toEqual([
    "Knot 1: For children: 18 months and older.",
    "Knot 2: For children: 6 to 30 months.",
    "Knot 3: For children: 3.5 to 5 years.",
  ]);
  expect(
    await desk.rows(
      "select child_age_min_months as months from service where jurisdiction_id = $1 and source_id = 's1'",
    ),
  ).toEqual([{ months: 18 }]);
});
