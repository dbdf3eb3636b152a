import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import {
  asSystem,
  makeJurisdiction,
  makeListing,
  makeOrganization,
} from "../../../../tests/setup/listing-rows";
import { newId } from "../../kernel/ids";
import { hideLocations } from "../safety/hide-locations.server";

/** What of a text is told, however it writes where a hidden place is; `owner` is who wrote it. */
const db = await testDatabase();
const here = await makeJurisdiction(db, "harbor");
const [place, second] = [newId(), newId()];
let [shelter, garage, landlord] = ["", "", ""];

beforeAll(async () => {
  shelter = await makeOrganization(db, here, "Quillmere Refuge");
  garage = await makeOrganization(db, here, "Invented Garage");
  landlord = await makeOrganization(db, here, "Invented Landlord");
  const at = { street: "417 Zqstreetone Lane", latitude: 39.34, longitude: -76.6 };
  const make = (organizationId: string, name: string, location: object) =>
    makeListing(db, here, { service: { organizationId, name }, location });
  await make(shelter, "Rest", { ...at, id: place });
  await make(shelter, "More Rest", { id: second, street: "The Mill, 538-540 Brackenfold Avenue" });
  await make(shelter, "Office", { street: "9 Shown Road" });
  await make(garage, "Cars", { street: "12 Shown Road" });
  await make(landlord, "Rooms", { ...at, street: "417 Zqstreetone Ln." });
  await asSystem(db, here, (ctx) => hideLocations(ctx, [place, second]));
});

const told = async (said: string, owner: string | null) => {
  const rows = await asSystem(
    db,
    here,
    (ctx) =>
      ctx.tx.$queryRaw<{ told: string }[]>`select told_text(${said}, ${owner}::uuid, kept_names()) as told`,
  );
  return rows[0]?.told;
};
/** What is left of where the place is. */
const where = /417|538|540|zqstreetone|brackenfold|39\.34|76\.6/i;

describe("its own organization's words on a place that is hidden", () => {
  it.each([
    "Across from 417 Zqstreetone Lane",
    "Caretaker of 417 Zqstreetone Ln.",
    "417 ZQSTREETONE LN",
    "417 N. Zqstreetone",
    "417, Zqstreetone Lane",
    "417-Zqstreetone-Lane",
    "417_zqstreetone_lane",
    "417A Zqstreetone Lane",
    "415-417 Zqstreetone Lane",
    "Unit 3, 417 Zqstreetone Lane",
    "Open 24/7 417 Zqstreetone Lane",
    "Zqstreetone Lane 417",
    "Calle Zqstreetone, n.º 417",
    "Zqstreetone #417",
    "538 Brackenfold Ave and 540 Brackenfold Ave",
    "&#52;17 &#90;qstreetone Lane",
    "417&nbsp;Zqstreet&#x6f;ne Lane",
    "417 &amp;#90;qstreetone Lane",
    "417 <b>Zq</b>streetone Lane",
    "417<br>Zqstreetone Lane",
    "417 Zq\u200bstreetone Lane",
    "\uff14\uff11\uff17 Zqstreetone Lane",
    "417 \uff3aqstreetone Lane",
    "417 Zqstreetoné Lane",
    "at\\n417 Zqstreetone Lane",
    "39.3400,-76.6000",
    "39.34, -76.60",
    "39.34000 N / 76.60000 W",
    "lon -76.6000, lat 39.3400",
  ])("says nothing of it: %s", async (said) => {
    expect(await told(said, shelter)).not.toMatch(where);
  });

  it.each([
    "417 Shown Road",
    "12 Shown Road &amp; around; call 410-555-0100",
    "39.35,-76.6",
    "From 4:17 pm, 417 people",
  ])("stands where it is another thing: %s", async (said) => {
    expect(await told(said, shelter)).toBe(said);
  });
});

describe("a stranger's words", () => {
  const tried = [415, 416, 417, 418, 419].map((number) => `${number} Zqstreetone Lane`);
  it("lose nothing for being true where they name nobody", async () => {
    for (const said of [
      ...tried,
      tried.join("; "),
      "39.3400,-76.6000",
      "538 Brackenfold Avenue",
      "On Zqstreetone",
    ])
      for (const owner of [garage, landlord, null]) expect(await told(said, owner)).toBe(said);
  });
  it.each(["Quillmere Refuge is at", "Ask the women's shelter at", "Quillmere:"])(
    "lose every street alike where they say: %s",
    async (named) => {
      for (const street of [...tried, "12 Anyother Road", "Anyother Road"])
        expect(await told(`${named} ${street}. Come on Mondays.`, garage)).toBe("[…] Come on Mondays.");
    },
  );
});

describe("another's words that name whose the place is", () => {
  it("say no number that may be a house, in small letters too; what is counted stands", async () => {
    for (const said of ["417 zqstreetone", "415 zqstreetone", "417 n zqstreetone", "12 anyother"])
      expect(await told(`Quillmere Refuge ${said}. Come on Mondays.`, garage)).toBe("[…] Come on Mondays.");
    const counts = "With Quillmere Refuge. We served 300 families in 12 months; 24 hours a day, 40 camas.";
    expect(await told(counts, garage)).toBe(counts);
  });
  it.each([
    "Quillmere Refuge stands on Zqstreetone.",
    "Ask Quillmere Refuge. They are in Zqstreetone Lane, by the mill.",
    "QUILLMERE-REFUGE, Brackenfold Avenue",
    "More Rest is on Brackenfold.",
    "Quillmere sits around the corner on Zqstreetone.",
    "La casa de Quillmere, en la calle Zqstreetone",
    "The women's shelter is on Zqstreetone.",
    "Un albergue en la calle Zqstreetone",
  ])("say no street of it: %s", async (said) => {
    for (const owner of [garage, null]) expect(await told(said, owner)).not.toMatch(where);
  });
  it("say the rest", async () => {
    for (const said of [
      "We work with Quillmere Refuge. We are on Shown Road.",
      "Our shelter is on Shown Road.",
      "A bus stop on Zqstreetone. We have a bench there.",
    ])
      expect(await told(said, garage)).toBe(said);
  });
  it("stand where the writer shows a place in that street and names nobody", async () => {
    const said = "A safe house on Zqstreetone is open.";
    expect(await told(said, landlord)).toBe(said);
    expect(await told(said, garage)).toBe("[…]");
    expect(await told("Quillmere Refuge is on Zqstreetone.", landlord)).not.toMatch(where);
  });
});

describe("its own organization's words", () => {
  it.each([
    "Come to us at Zqstreetone",
    "AT ZQSTREETONE LANE",
    "Zqstreetone Lane, ring twice",
    "The Zqstreetone House",
    "On &#90;qstreetone",
    "Brackenfold Ave",
  ])("leave its street out without a number: %s", async (said) => {
    expect(await told(said, shelter)).not.toMatch(where);
  });
  it("say the street of the place that it shows", async () => {
    expect(await told("9 Shown Road, on Shown", shelter)).toBe("9 Shown Road, on Shown");
  });
});

describe("words that are no plain text", () => {
  it("leaves them out of lists, of JSON at any depth, and an address of the web whole", async () => {
    const [row] = await asSystem(
      db,
      here,
      (ctx) => ctx.tx.$queryRaw<{ list: string[]; json: object; web: (string | null)[] }[]>`
        select told_list(array['a', '417 Zqstreetone'], ${shelter}::uuid, null) as list,
          told_json('{"en": {"expect": "Ring\\n417 Zqstreetone Lane"}, "417 Zqstreetone": [1, "39.34, -76.6"]}', ${shelter}::uuid, null) as json,
          array(select told_address(one, ${shelter}::uuid, null) from unnest(array['https://a.example/417-zqstreetone-lane',
            'https://a.example/417%20%5Aqstreetone', 'https://maps.example/?q=39.3400,-76.6000', '417.zqstreetone@a.example',
            'https://a.example/12-shown-road', 'https://a.example/quillmere-on-zqstreetone', 'rest@417zqstreetone.example',
            'https://417zqstreetonelane.example/a', 'zqstreetone417@a.example']) one) as web`,
    );
    expect(row).toEqual({
      list: ["a", "[…]"],
      json: { en: { expect: "Ring\n[…]" }, "[…]": [1, "[…]"] },
      web: [null, null, null, null, "https://a.example/12-shown-road", null, null, null, null],
    });
  });
});
