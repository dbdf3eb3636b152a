import { beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import { heldDesk, heldFiles as files, heldId as id } from "../../../../tests/setup/held-desk";
import { asSystem, makeJurisdiction } from "../../../../tests/setup/listing-rows";
import { getPublishedListings } from "../index.server";

const db = await testDatabase();
const here = await makeJurisdiction(db, "harbor");
const { portal, take, holds, open, cards, decide, empty } = await heldDesk(db, here);

beforeEach(async () => {
  await empty();
});

describe("an imported organization that may be a victim service", () => {
  it("shows its town at most until somebody has decided, and the same import again changes nothing", async () => {
    await take();
    expect(await holds()).toMatchObject([
      {
        organizationName: "House of Invention",
        status: "open",
        places: 1,
        listings: [{ reasons: [{ rule: "shelter" }] }],
      },
    ]);
    for (const said of [await open(), await cards()]) {
      expect(said).not.toMatch(/Zmstreet|Zmdoor|39\.41/);
      expect(said).toContain("8 Book Street");
      expect(said).toContain("Towson");
    }
    const { imported, updated } = await take();
    expect(Object.values({ ...imported, ...updated }).every((count) => count === 0)).toBe(true);
    expect(await open()).not.toMatch(/Zmstreet/);
  });

  it("is hidden whole when it is one, keeps that through later imports, and its answers are sealed", async () => {
    await take();
    await decide("is");
    for (let turn = 0; turn < 2; turn++) {
      for (const said of [await open(), await cards()]) expect(said).not.toMatch(/Zm|39\.41|555-0177/);
      await take();
    }
    const { rows } = await db.owner.query(
      "select o.victim_service_provider, s.confidential, (select count(*)::int from address where location_id = $1) as addresses from organization o join service s on s.organization_id = o.id where o.name like 'House%'",
      [id(3, 1)],
    );
    expect(rows).toEqual([{ victim_service_provider: true, confidential: true, addresses: 0 }]);
    const audit = await db.owner.query("select reason from audit_entry where event = 'safety_hold.decided'");
    expect(audit.rows).toEqual([{ reason: "is" }]);
    await expect(decide("is_not")).rejects.toThrow("decided");
  });

  it("keeps what a source says of its own people and phones, also under the organization, until they are ticked", async () => {
    const more = {
      ...files,
      "contacts.csv": `id,organization_id,name,title\n${id(7, 1)},${id(1, 1)},Grace Umbriel,House mother\n${id(7, 2)},${id(1, 2)},Ada Quill,Reader\n`,
      "phones.csv": `${files["phones.csv"]}${id(6, 2)},,,(410) 555-0178\n`.replace(
        `${id(6, 2)},,`,
        `${id(6, 2)},${id(2, 1)},`,
      ),
    };
    await take(more);
    expect(await open()).not.toContain("Grace Umbriel");
    expect(await open()).toContain("555-0178");
    await decide("is");
    for (const said of [await open(), await cards()]) expect(said).not.toMatch(/Umbriel|555-0178/);
    expect(await open()).toContain("Ada Quill");
    await db.owner.query("update safety_hold set tells = '{phone}' where status = 'is'");
    expect(await open()).toContain("555-0178");
    expect(await open()).not.toContain("Umbriel");
  });

  it("tells nothing of what a source says of it in words, however it writes where it is, until its own people have", async () => {
    const said = {
      ...files,
      "organizations.csv": `id,name,description,website,alternate_name\n${id(1, 1)},House of Invention,At 7A Zmstreet,https://x.example/zmstreet-7,Zmstreet House\n${id(1, 2)},Reading Circle,Books.,,\n`,
      "services.csv": `id,organization_id,name,description,status,application_process,url\n${id(2, 1)},${id(1, 1)},Rest on Zmstreet Road,"Emergency shelter for battered women, 7-9 Zmstreet, ask Zmperson",active,Ring at Zmstreet no. 7,https://maps.example/?q=zmstreet\n${id(2, 2)},${id(1, 2)},Books,Books for children.,active,,\n`,
    };
    await take(said);
    const page = () =>
      asSystem(db, here, async (ctx) =>
        JSON.stringify(await getPublishedListings(ctx, { serviceIds: [id(2, 1), id(2, 2)] })),
      );
    const found = async () =>
      JSON.stringify((await db.owner.query("select words::text from listing_words")).rows);
    const told = async () => [await open(), await cards(), await page(), await found()];
    // While nobody has decided its name is told, with its street's name in it left out where it is said as a street.
    for (const text of await told()) {
      expect(text).not.toMatch(/7A|7-9|no. 7|zmperson|maps.example|zmstreet-7/i);
      expect(text).toMatch(/books/i);
    }
    expect(await open()).not.toMatch(/zmstreet/i);
    const slug = async () =>
      (await db.owner.query<{ slug: string }>("select slug from service where id = $1", [id(2, 1)])).rows[0]
        ?.slug;
    expect(await slug()).not.toContain("zmstreet");
    await decide("is");
    for (const text of await told()) {
      expect(text).not.toMatch(/zmstreet|zmperson/i);
      expect(text).toMatch(/books/i);
    }
    await take(said);
    expect(await open()).not.toMatch(/zmstreet|zmperson/i);
    await db.owner.query(
      "update service set description = 'We are here for you.', assured_at = now() where id = $1",
      [id(2, 1)],
    );
    expect(await page()).toContain("We are here for you.");
  });

  it("tells nothing in any file or column, in its history, to who searches for a word, nor in another's words", async () => {
    const word = (n: number) => `ask at no. 14 on Zmword${n}`;
    const everywhere = (turn: number) => ({
      "organizations.csv": `id,name,description,tax_id,email\n${id(1, 1)},House of Invention,${word(turn)},52-0000001,zm${turn}@zmmail.example\n${id(1, 2)},Reading Circle,Books. HOUSE-OF-INVENTION stands by the mill. It is near Zmstreet and the church. Ask Ms. Zmperson.,,\n`,
      "programs.csv": `id,organization_id,name,description\n${id(9, 1)},${id(1, 1)},Zmprogram,${word(turn)}\n`,
      "services.csv": `id,organization_id,program_id,name,description,status,assurer_email,fees_description\n${id(2, 1)},${id(1, 1)},${id(9, 1)},Rest,Emergency shelter for battered women. ${word(turn)},active,zm@zmmail.example,${word(turn)}\n${id(2, 2)},${id(1, 2)},,Books,Books for children.,active,,\n`,
      "locations.csv": files["locations.csv"],
      "service_at_location.csv": files["service_at_location.csv"],
      "addresses.csv": `${files["addresses.csv"].replace("address_type\n", "address_type,attention\n").replaceAll("physical\n", "physical,\n")}${id(5, 3)},${id(3, 2)},9 Zmother,Towson,MD,21204,US,postal,House of Invention Ms. Zmperson\n`,
      "phones.csv": `id,service_at_location_id,number,description\n${id(6, 1)},${id(4, 1)},(410) 555-0177 ask at 14 Zmnumber,${word(turn)}\n`,
      "contacts.csv": `id,service_at_location_id,name,title\n${id(7, 1)},${id(4, 1)},Grace Zmperson,${word(turn)}\n`,
      "schedules.csv": `id,service_at_location_id,opens_at,closes_at,byday,bymonthday,attending_type,description,notes,schedule_link\n${id(8, 1)},${id(4, 1)},09:00,17:00,MO,9 Zmmonth,14 Zmattend Lane,${word(turn)},${word(turn)},https://zmlink.example\n`,
      "languages.csv": `id,location_id,name,code,note\n${id(8, 2)},${id(3, 1)},Zmlanguage,es-14Zmcode,${word(turn)}\n`,
      "service_areas.csv": `id,service_at_location_id,name,description,extent,extent_type,uri\n${id(8, 3)},${id(4, 1)},Zmarea,${word(turn)},"{""type"":""Point"",""coordinates"":[-76.6${turn},39.41]}",geojson,https://zmarea.example\n`,
      "service_capacities.csv": `id,service_id,unit_id,available,description,updated\n${id(8, 4)},${id(2, 1)},${id(8, 9)},1,${word(turn)},2026-11-01\n`,
      "units.csv": `id,name\n${id(8, 9)},bed\n`,
      "required_documents.csv": `id,service_id,document,uri\n${id(8, 5)},${id(2, 1)},${word(turn)},https://zmpaper.example\n`,
      "cost_options.csv": `id,service_id,option,amount_description\n${id(8, 6)},${id(2, 1)},${word(turn)},${word(turn)}\n`,
      "funding.csv": `id,organization_id,source\n${id(8, 7)},${id(1, 1)},${word(turn)}\n`,
      "organization_identifiers.csv": `id,organization_id,identifier_type,identifier\n${id(8, 8)},${id(1, 1)},zmtype,zm-14\n`,
    });
    const said = async () =>
      (await Promise.all(
        ["organizations", "services", "service_at_locations"].map(
          async (list) =>
            (
              await portal.ask(
                "GET",
                `/hsds/${list}?full=true${list === "organizations" ? "&full_service=true" : ""}`,
              )
            ).body,
        ),
      ).then((all) => all.join())) + (await cards());
    const searched = async (words: string) =>
      JSON.parse((await portal.ask("GET", `/hsds/organizations?search=${words}`)).body).total_items as number;
    for (const turn of [1, 2]) {
      await take(everywhere(turn));
      expect((await said()).match(/.{60}zm.{30}/gi) ?? []).toEqual([]);
      expect(await said()).toContain("Books.");
      expect(await said()).toContain('"name":"House of Invention"');
    }
    expect([await searched("Zmword2"), await searched("no.+14"), await searched("Invention")]).toEqual([
      0, 0, 1,
    ]);
    await decide("is");
    await take(everywhere(3));
    expect((await said()).match(/.{60}(?:zm|by the mill).{30}/gi) ?? []).toEqual([]);
  });

  it("may tell its phone, and is shown again when it is none, also after the next import", async () => {
    await take();
    await decide("is", ["phone"]);
    expect(await open()).toContain("555-0177");
    await db.owner.query("truncate organization, service, location, field_change, phone, import_run cascade");
    await take();
    await decide("is_not");
    for (let turn = 0; turn < 2; turn++) {
      expect(await open()).toContain("7 Zmstreet");
      expect(await cards()).toContain("7 Zmstreet");
      await take();
    }
    expect(await holds()).toMatchObject([{ status: "is_not" }]);
  });
});
