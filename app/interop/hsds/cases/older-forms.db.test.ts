import { describe, expect, it } from "vitest";
import { caseDesk, caseFolder, folderOf, told } from "../../../../tests/setup/case-desk";
import { testDatabase } from "../../../../tests/setup/database";

const db = await testDatabase();
type Desk = Awaited<ReturnType<typeof caseDesk>>;
const one = async (desk: Desk, query: string) => (await desk.rows(query))[0];
const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, n) => sum + n, 0);
/** The same package again changes nothing: also rows without ids are the same rows. */
async function sameAgain(desk: Desk, folder: string) {
  const again = await desk.take(folder);
  expect([total(again.imported), total(again.updated)]).toEqual([0, 0]);
}

describe("a package of an older edition of HSDS", () => {
  it("fills the tables that its files have by other names", async () => {
    const desk = await caseDesk(db, "hsds2");
    const report = await desk.take(caseFolder("hsds2-names"));
    expect([told(report.rejected), told(report.warnings)]).toEqual([[], []]);
    const card = (await desk.cards()).get("Bittern Parenting Class");
    expect(card?.lines[0]).toBe("In Baltimore.");
    expect(card?.lines[1]).toBe("Monday, 9 am to 12 pm. Closed Thu, Dec 24 to Sat, Dec 26.");
    expect(card?.lines[2]).toContain("In Spanish.");
    expect(card?.phone).toBe("(410) 555-0110");
    expect(
      await one(
        desk,
        "select eligibility_description as e, url, staff_languages as l from service where jurisdiction_id = $1",
      ),
    ).toEqual({
      e: "Families with a child under 5",
      url: "http://quayside.example.org/class",
      l: ["es"],
    });
    expect(await one(desk, "select website from organization where jurisdiction_id = $1")).toEqual({
      website: "http://quayside.example.org",
    });
    expect(
      await desk.rows(
        "select address1, address_type from address where jurisdiction_id = $1 order by address_type",
      ),
    ).toEqual([
      { address1: "11 Invented Street", address_type: "physical" },
      { address1: "PO Box 77", address_type: "postal" },
    ]);
    expect(
      await one(desk, "select description, details from accessibility where jurisdiction_id = $1"),
    ).toEqual({
      description: "Ramp",
      details: "At the side door",
    });
    expect(await one(desk, "select description from phone where jurisdiction_id = $1")).toEqual({
      description: "Front desk",
    });
    expect(
      await one(
        desk,
        "select t.name, t.taxonomy_word as word from attribute a join taxonomy_term t on t.id = a.taxonomy_term_id where a.jurisdiction_id = $1 and a.link_entity = 'service' and a.source = 'case'",
      ),
    ).toEqual({ name: "Parenting", word: "Own" });
    await sameAgain(desk, caseFolder("hsds2-names"));
  });

  it("is told by its columns and not by one file's name", async () => {
    const desk = await caseDesk(db, "singular");
    const report = await desk.take(caseFolder("taxonomy-singular"));
    expect(report.imported).toMatchObject({
      organization: 1,
      service: 1,
      taxonomy: 1,
      taxonomy_term: 1,
      attribute: 1,
    });
    expect([report.rejected, report.warnings]).toEqual([[], []]);
  });

  it("may leave ids out of what hangs on others, and tells what it passes over with its count", async () => {
    const desk = await caseDesk(db, "no-ids");
    const folder = await folderOf({
      "organization.csv": "id,name,description\no1,Quayside Family Trust,Helps\n",
      "service.csv":
        "id,organization_id,name,status,colour\ns1,o1,Bittern,active,red\ns2,o1,Bittern 2,active,\n",
      "phone.csv": "service_id,number\ns1,410-555-0100\ns1,410-555-0100\ns2,410-555-0102\n",
      "regular_schedules.csv":
        "id,service_id,weekday,opens_at,closes_at\n,s1,2,09:00,12:00\n,s1,Friday,09:00,12:00\n",
      "payment_accepted.csv": "id,service_id,payment\n1,s1,cash\n2,s1,card\n",
    });
    const report = await desk.take(folder);
    expect(report.rejected).toEqual([]);
    expect(report.imported).toMatchObject({ phone: 3, schedule: 2 });
    expect(report.warnings.map(({ file, column, reason }) => [file, column, reason])).toEqual([
      ["payment_accepted.csv", null, "not a table of HSDS: 2 rows passed over"],
      ["service.csv", "colour", "not a column of HSDS or of our profile: passed over, in 1 rows"],
    ]);
    expect((await desk.cards()).get("Bittern")?.lines[1]).toBe("Tuesday and Friday, 9 am to 12 pm.");
    await sameAgain(desk, folder);
  });
});

describe("the Ohana form", () => {
  it("brings its hours, papers and areas, and tells what it passes over", async () => {
    const desk = await caseDesk(db, "ohana");
    const report = await desk.take(caseFolder("ohana-hours"));
    expect(report.rejected).toEqual([]);
    const card = (await desk.cards()).get("Whimbrel Play Group");
    expect(card?.lines[1]).toBe("Monday, 9 am to 12 pm. Closed Thu, Dec 24 to Sat, Dec 26.");
    expect(
      await desk.rows("select document from required_document where jurisdiction_id = $1 order by 1"),
    ).toEqual([{ document: "Photo ID" }, { document: "Proof of address" }]);
    expect(
      await desk.rows("select name, codes from service_area where jurisdiction_id = $1 order by name"),
    ).toEqual([
      { name: "Baltimore County", codes: ["24005"] },
      { name: "Harford County", codes: ["24025"] },
    ]);
    expect(
      await one(desk, "select wait_time, accreditations from service where jurisdiction_id = $1"),
    ).toEqual({
      wait_time: "2 weeks",
      accreditations: "NAEYC",
    });
    expect(told(report.warnings)).toEqual([
      "contacts.csv   missing_file",
      "mail_addresses.csv   missing_file",
      "services.csv 1 audience unknown_column",
      "services.csv 1 keywords unknown_column",
    ]);
    await sameAgain(desk, caseFolder("ohana-hours"));
  });
});

describe("files as spreadsheets and shells save them", () => {
  it("begin with a mark before a quote", async () => {
    const desk = await caseDesk(db, "bom");
    const report = await desk.take(caseFolder("bom-quoted"));
    expect(report.imported).toMatchObject({ organization: 1, service: 1 });
    expect([report.rejected, report.warnings]).toEqual([[], []]);
  });
  it.each([
    ["excel-short", 3],
    ["excel-blankrows", 1],
    ["excel-cr", 1],
  ])("%s", async (name, services) => {
    const desk = await caseDesk(db, name);
    const report = await desk.take(caseFolder(`excel-rows/${name}`));
    expect(report.imported).toMatchObject({ organization: 1, service: services });
    expect([report.rejected, report.warnings]).toEqual([[], []]);
  });
  it("refuse a row with more than the header has, by its line", async () => {
    const desk = await caseDesk(db, "long-row");
    const report = await desk.take(
      await folderOf({
        "organizations.csv": "id,name,description\no1,Quayside Family Trust,Helps\n",
        "services.csv": "id,organization_id,name,status\ns1,o1,Teal,active\ns2,o1,Teal 2,active,,more\n",
      }),
    );
    expect(told(report.rejected)).toEqual(["services.csv 3  columns"]);
  });
});

it("tells names of nested objects that it passes over, with their count", async () => {
  const desk = await caseDesk(db, "json-keys");
  const services = [1, 2].map((n) => ({
    id: `s${n}`,
    name: `Knot ${n}`,
    status: "active",
    colour: "red",
    organization: { id: "o1", name: "Quayside", description: "Helps" },
    phones: [{ id: `p${n}`, number: "410-555-0100", vanity: "x" }],
  }));
  const report = await desk.take(await folderOf({ "services.json": JSON.stringify(services) }));
  expect(report.imported).toMatchObject({ service: 2, phone: 2, organization: 1 });
  expect(report.warnings.map(({ column, reason }) => `${column} ${reason.slice(-12)}`)).toEqual([
    "service.colour in 2 objects",
    "phone.vanity in 2 objects",
  ]);
});
