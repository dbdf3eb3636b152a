import { beforeEach, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import { heldDesk, heldFiles as files, heldId as id } from "../../../../tests/setup/held-desk";
import { makeJurisdiction } from "../../../../tests/setup/listing-rows";
import { heldElsewhere } from "../../../../tests/setup/held-desk";

/** What is held though it hangs on its organization by more than one row, and whoever writes its name otherwise than plainly. */
const db = await testDatabase();
const here = await makeJurisdiction(db, "harbor");
const { take, holds, open, cards, empty, portal } = await heldDesk(db, here);

beforeEach(empty);

it("holds the words of rows that hang on its people's phones, and of what it counts in", async () => {
  const contact = id(7, 1);
  const phone = id(6, 2);
  await take({
    ...files,
    "contacts.csv": `id,organization_id,name\n${contact},${id(1, 1)},Zmname Invented\n`,
    "phones.csv": `${files["phones.csv"]}${phone},,,410-555-0188\n`.replaceAll(
      /^(id|0.*?),(.*)$/gm,
      (_all, first: string, rest: string) =>
        `${first},${first === "id" ? "contact_id" : first === phone ? contact : ""},${rest}`,
    ),
    "languages.csv": `id,phone_id,service_id,code,name,note\n${id(8, 1)},${phone},,es,Zmlanguage,Zmnote\n${id(8, 2)},${id(6, 1)},,fr,Zmfrench,Zmnote\n`,
    "units.csv": `id,name,scheme\n${id(9, 1)},Zmunit,Zmscheme\n`,
    "service_capacity.csv": `id,service_id,unit_id,available,updated\n${id(9, 2)},${id(2, 1)},${id(9, 1)},3,2026-11-20T00:00:00Z\n`,
    "attributes.csv": `id,link_entity,link_id,link_type,value,label\n${id(9, 3)},language,${id(8, 1)},Zmtype,Zmvalue,Zmlabel\n${id(9, 4)},phone,${phone},Zmtype,Zmvalue,Zmlabel\n`,
  });
  expect((await db.owner.query("select from language")).rows).toHaveLength(2);
  expect((await db.owner.query("select from phone where contact_id is not null")).rows).toHaveLength(1);
  expect(await holds()).toMatchObject([{ status: "open" }]);
  for (const list of ["organizations", "services", "service_at_locations"]) {
    const said = (await portal.ask("GET", `/hsds/${list}?full=true&full_service=true&per_page=100`)).body;
    expect(said.match(/.{0,60}Zm\w+/g)).toBe(null);
  }
  expect(await open()).toContain('"code":"fr"');
});

it("knows its name with entities, tags and signs that nobody sees in it, in another's words and as a twin's", async () => {
  const names = ["House &#111;f Invention", "House&nbsp;of Inven<b>tion</b>", "House of Inv\u200bention"];
  for (const name of names) {
    await empty();
    const neighbour = files["organizations.csv"]?.replace("Books.", `Next to ${name} at 7 Zmstreet.`) ?? "";
    await take({ ...files, "organizations.csv": neighbour });
    for (const said of [await open(), await cards()])
      expect([name, said.match(/.{0,40}Zm\w+/g)]).toEqual([name, null]);
    const twin = heldElsewhere["organizations.csv"]?.replace("House of Invention", name) ?? "";
    await take({ ...heldElsewhere, "organizations.csv": twin }, "state");
    expect([name, (await holds()).length]).toEqual([name, 2]);
  }
});

it("finds a refuge whose source writes it with entities", async () => {
  const services = files["services.csv"]?.replace("battered women", "b&#97;ttered wom&#x65;n") ?? "";
  await take({ ...files, "services.csv": services });
  expect(await holds()).toMatchObject([{ status: "open" }]);
});

it("remembers street and point that a package gives of a place which it hides itself", async () => {
  const services =
    files["services.csv"]?.replace(
      "Emergency shelter for battered women.",
      "Ring at Zmstreet; 7 Zmstreet; 39.41 / -76.61.",
    ) ?? "";
  const locations =
    files["locations.csv"]?.replaceAll(
      /^(\w.*)$/gm,
      (line) =>
        `${line},${line.startsWith("id") ? "visibility" : line.includes("Zmdoor") ? "hidden" : "full"}`,
    ) ?? "";
  const neighbour =
    files["organizations.csv"]?.replace(
      "Books.",
      "House of Invention is near 7 Zmstreet; 39.4100 -76.6100.",
    ) ?? "";
  await take({
    ...files,
    "services.csv": services,
    "locations.csv": locations,
    "organizations.csv": neighbour,
  });
  expect((await db.owner.query("select from location where visibility = 'hidden'")).rows).toHaveLength(1);
  for (const said of [await open(), await cards()])
    expect(said.match(/.{0,40}(?:Zmstreet|39\.41)/g)).toBe(null);
});
