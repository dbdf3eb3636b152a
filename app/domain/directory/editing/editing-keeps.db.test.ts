import { describe, expect, it } from "vitest";
import { staffActor } from "../../../../tests/setup/auth-people";
import { caseDesk, caseFolder, folderOf } from "../../../../tests/setup/case-desk";
import { testDatabase } from "../../../../tests/setup/database";
import { testClock } from "../../../../tests/setup/listing-rows";
import { newId } from "../../kernel/ids";
import type { Ctx } from "../../kernel/context";
import { getListing, saveListingPlace, saveListingSection } from "../index.server";
import { type ListingSection, listingSections } from "./listing-sections";
import { onePlaceValues, valuesOf } from "~/routes/listing-editor/listing-values";

const db = await testDatabase();
type Desk = Awaited<ReturnType<typeof caseDesk>>;

const asAgency = <T>(desk: Desk, run: (ctx: Ctx) => Promise<T>): Promise<T> =>
  db.inTransaction({ jurisdictionId: desk.here }, (tx) =>
    run({
      actor: staffActor("jurisdiction_admin", { jurisdictionId: desk.here }, { userId: newId() }),
      tx,
      clock: testClock,
    }),
  );
const idOf = async (desk: Desk, sourceId: string) =>
  (
    await desk.rows<{ id: string }>(
      `select id from service where jurisdiction_id = $1 and source_id = '${sourceId}'`,
    )
  )[0]?.id ?? "";

/** Saves a section as its form shows it, with these answers changed. */
async function save(desk: Desk, id: string, section: ListingSection, changed: object = {}): Promise<void> {
  await asAgency(desk, async (ctx) => {
    const { row } = await getListing(ctx, { id });
    const values = { ...valuesOf(row, section), ...changed };
    await saveListingSection(ctx, { id, version: row.version, section, values });
  });
}

/** Everything that hangs on the listings, without what each save moves. */
const tables = [
  ...[
    "service",
    "location",
    "address",
    "phone",
    "schedule",
    "service_area",
    "required_document",
    "accessibility",
  ],
  ...["eligibility_rule", "funding", "service_capacity", "language", "contact", "cost_option", "url"],
];
/** The row of the whole count is made of the listing's own columns. */
const own: Record<string, string> = { service_capacity: "service_id" };
async function everything(desk: Desk) {
  const all: Record<string, unknown[]> = {};
  for (const table of tables)
    all[table] = await desk.rows(
      `select to_jsonb(t) - '{version,last_modified,sections,capacity_as_of,capacity_source,updated,search}'::text[] as row
       from ${table} t where jurisdiction_id = $1 and id <> mirror_id(${own[table] ?? "id"}, 'capacity') order by id`,
    );
  return all;
}

describe("hours of a source's rule", () => {
  const rules =
    'select byday, freq, "interval", bymonthday, dtstart, opens_at from schedule where jurisdiction_id = $1 order by source_id';
  it("stay when another answer of the form is saved", async () => {
    const desk = await caseDesk(db, "rules");
    await desk.take(caseFolder("hours-monthly"));
    const before = await desk.rows(rules);
    for (const n of [1, 2, 3, 4, 5])
      await save(desk, await idOf(desk, `s${n}`), "when_where", { deliveryModes: ["home"] });
    expect(await desk.rows(rules)).toEqual(before);
    await save(desk, await idOf(desk, "s1"), "when_where", { deliveryModes: ["home"], opensAt: "10:00" });
    expect((await desk.rows(rules))[0]).toMatchObject({ byday: ["2TU"], freq: "MONTHLY", opens_at: "10:00" });
    await save(desk, await idOf(desk, "s4"), "when_where", { deliveryModes: ["home"], byday: ["TU"] });
    expect((await desk.rows(rules))[3]).toMatchObject({ byday: ["TU"], freq: null, interval: null });
  });

  it("can go over midnight and to it, and not from morning to an earlier morning", async () => {
    const desk = await caseDesk(db, "overnight");
    await desk.take(caseFolder("hours-whole-day"));
    const typed = (n: number, opensAt: string, closesAt: string) =>
      idOf(desk, `s${n}`).then((id) =>
        save(desk, id, "when_where", { deliveryModes: ["home"], opensAt, closesAt }),
      );
    await typed(1, "22:00", "06:00");
    await typed(2, "09:00", "00:00");
    await expect(typed(3, "09:00", "05:00")).rejects.toMatchObject({
      fieldErrors: { closesAt: ["time_order"] },
    });
    const hours = [...(await desk.cards()).values()].map((card) => card.lines[1]);
    expect(hours).toEqual(expect.arrayContaining(["Every day, 10 pm to 6 am.", "Every day, 9 am to 12 am."]));
    // 24:00 is shown as a clock shows it, and stays.
    const whole = await caseDesk(db, "overnight-kept");
    await whole.take(caseFolder("hours-whole-day"));
    await save(whole, await idOf(whole, "s1"), "when_where", { deliveryModes: ["home"] });
    expect(
      await whole.rows("select closes_at from schedule where jurisdiction_id = $1 and source_id = 'h1'"),
    ).toEqual([{ closes_at: "24:00" }]);
  });
});

const full = {
  "organizations.csv": "id,name,description\no1,Quayside Family Trust,Helps\n",
  "services.csv": `id,organization_id,name,description,status,eligibility_description,application_process,fees_description,minimum_age,maximum_age,need_codes,staff_languages,delivery_modes,times_of_day,evidence_rating,protective_factors,desired_outcomes,transport_offered,family_text,capacity_status,capacity_available\ns1,o1,Turnstone,"<p>All of it,  in  two\nlines</p>",active," Any family ",Walk in,Free,2,12,"[""parenting_support"",""own_need""]","[""en"",""pl"",""som""]","[""centre"",""by boat""]","[""morning"",""at dawn""]",Gold,"[""concrete_support"",""own""]","[""own_outcome""]","[""rides"",""camel""]","{""en"":{""summary"":""Short."",""other"":""x""},""fr"":{""name"":""Nom""}}",open,4\n`,
  "locations.csv":
    "id,organization_id,location_type,name,alternate_name,description,latitude,longitude,transportation\nl1,o1,physical,Hall,The Hall,By the quay,39.344,-76.683,Bus 4\n",
  "service_at_location.csv": "id,service_id,location_id\nx1,s1,l1\n",
  "addresses.csv": `id,location_id,attention,address_1,address_2,city,region,state_province,postal_code,country,address_type\na1,l1,Front desk,PO Box 12,,Baltimore,,MD,21203,US,postal\na2,l1,Front desk,11 Invented Street,Ste 4,Baltimore,Harbor,MD,21215,US,physical\n`,
  "phones.csv":
    "id,service_id,number,type,description,extension\np1,s1,410-555-0180,fax,Papers,\np2,s1,410-555-0181,voice,Desk,12\np3,s1,410-555-0182,textphone,,\n",
  "schedules.csv":
    "id,service_id,kind,byday,opens_at,closes_at,description,notes,valid_from,valid_to,closed,wkst,attending_type\nh1,s1,regular,MO,09:00,12:00,Ring twice,note,2024-01-01,2030-01-01,,MO,in person\nh2,s1,regular,TU,13:00,15:00,,,,,,,\nh3,s1,exception,,,,Holiday,,2026-12-24,2026-12-26,true,,\nh4,s1,event,,10:00,11:00,Open day,,2026-12-01,2026-12-01,,,\n",
  "service_areas.csv":
    'id,service_id,name,description,extent,extent_type,uri\nr1,s1,North,Words,"21215,21216",zip,https://area.example.org\nr2,s1,West,,24023,county,\nr3,s1,Words only,,all of the bay,text,\n',
  "required_documents.csv":
    "id,service_id,document,uri\nd1,s1,Photo ID,https://id.example.org\nd2,s1,,https://form.example.org\n",
  "accessibility.csv":
    "id,location_id,description,details,url\nc1,l1,Ramp,At the side door,https://ramp.example.org\nc2,l1,Lift,,\n",
  "eligibility_rules.csv": `id,service_id,kind,codes,minimum,maximum,note\ne1,s1,caregiver_role,"[""anyone"",""own_role""]",,,As they say\ne2,s1,income,,50.5,185.5,\ne3,s1,caregiver_age,"[""own""]",16.5,,\ne4,s1,own_kind,"[""own""]",,,Words\ne5,s1,condition,"[""homeless""]",,,\ne6,s1,condition,"[""own""]",,,Second\n`,
  "funding.csv": "id,service_id,source,code\nf1,s1,A foundation,own_fund\nf2,s1,Title IV-E,IV-E\n",
  "units.csv": "id,name\nu1,seat\n",
  "service_capacity.csv":
    "id,service_id,unit_id,available,maximum,description,updated,age_min_months,age_max_months,language\nk1,s1,u1,2.5,10,Words,2026-11-20T00:00:00Z,30,47,\nk2,s1,u1,1,5,,2026-11-20T00:00:00Z,,,es\n",
  "languages.csv": "id,service_id,name,code,note\ng1,s1,Polish,pl,fluent\n",
};

describe("a section that is saved as it stands", () => {
  it.each(listingSections)("changes nothing of what the listing says: %s", async (section) => {
    const desk = await caseDesk(db, `keeps-${section}`);
    const report = await desk.take(await folderOf(full));
    expect(report.rejected).toEqual([]);
    const id = await idOf(desk, "s1");
    const before = await everything(desk);
    await save(desk, id, section);
    expect(await everything(desk)).toEqual(before);
  });

  it("changes nothing of one of several places", async () => {
    const desk = await caseDesk(db, "keeps-place");
    await desk.take(await folderOf(full));
    const before = await everything(desk);
    await asAgency(desk, async (ctx) => {
      const { row } = await getListing(ctx, { id: await idOf(desk, "s1") });
      const [place] = row.serviceAtLocations;
      const values = onePlaceValues(row, place);
      await saveListingPlace(ctx, { id: row.id, version: row.version, placeId: place?.id ?? "", values });
    });
    expect(await everything(desk)).toEqual(before);
  });
});

describe("an answer that is changed", () => {
  it("changes alone", async () => {
    const desk = await caseDesk(db, "one-answer");
    await desk.take(await folderOf(full));
    const id = await idOf(desk, "s1");
    await save(desk, id, "when_where", { street: "12 Invented Street", areaZips: "21215 21217" });
    expect(
      await desk.rows(
        "select address1, address2, attention from address where jurisdiction_id = $1 order by source_id",
      ),
    ).toEqual([
      { address1: "PO Box 12", address2: null, attention: "Front desk" },
      { address1: "12 Invented Street", address2: "Ste 4", attention: "Front desk" },
    ]);
    expect(
      await desk.rows(
        "select name, codes from service_area where jurisdiction_id = $1 and extent_type = 'zip'",
      ),
    ).toEqual([{ name: "North", codes: ["21215", "21217"] }]);
    await save(desk, id, "how_to_join", {
      phone: "(410) 555-0199",
      documents: "Photo ID\nBirth certificate",
    });
    expect(
      await desk.rows("select number, type from phone where jurisdiction_id = $1 order by source_id"),
    ).toEqual([
      { number: "410-555-0180", type: "fax" },
      { number: "(410) 555-0199", type: "voice" },
      { number: "410-555-0182", type: "textphone" },
    ]);
    expect(
      await desk.rows(
        "select document, uri from required_document where jurisdiction_id = $1 order by document nulls last",
      ),
    ).toEqual([
      { document: "Birth certificate", uri: null },
      { document: "Photo ID", uri: "https://id.example.org" },
      { document: null, uri: "https://form.example.org" },
    ]);
    await save(desk, id, "who", { caregiverRoles: ["fathers"] });
    expect(
      await desk.rows(
        "select codes, note from eligibility_rule where jurisdiction_id = $1 and kind = 'caregiver_role'",
      ),
    ).toEqual([{ codes: ["fathers", "own_role"], note: "As they say" }]);
    await save(desk, id, "basics", { summaryEn: "New words." });
    expect(
      await desk.rows("select description, family_text from service where jurisdiction_id = $1"),
    ).toMatchObject([
      { description: "New words.", family_text: { en: { summary: "New words." }, fr: { name: "Nom" } } },
    ]);
  });
});

it("takes every number that somebody can dial, and an extension in words", async () => {
  const desk = await caseDesk(db, "typed-phones");
  await desk.take(caseFolder("phone-short"));
  const id = await idOf(desk, "s1");
  for (const phone of ["988", "2-1-1", "711", "741741", "(800) 555-HELP"]) {
    await save(desk, id, "how_to_join", { phone });
    expect(
      await desk.rows("select number from phone where jurisdiction_id = $1 and source_id = 'p1'"),
    ).toEqual([{ number: phone }]);
  }
  await save(desk, id, "how_to_join", { phone: "410-555-0190", extension: "OPT2" });
  expect([...(await desk.cards()).values()].map((card) => card.phone)).toContain("(410) 555-0190 ext. OPT2");
  for (const phone of ["call us", "12", "(410)"])
    await expect(save(desk, id, "how_to_join", { phone })).rejects.toMatchObject({
      fieldErrors: { phone: ["phone"] },
    });
});
