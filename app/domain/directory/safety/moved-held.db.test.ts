import { beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import {
  heldDesk,
  heldElsewhere as elsewhere,
  heldFiles as files,
  heldId as id,
} from "../../../../tests/setup/held-desk";
import { asSystem, makeJurisdiction } from "../../../../tests/setup/listing-rows";
import { hideLocations } from "./hide-locations.server";
import { holdMarked } from "../index.server";

/** A source that gives what is held to somebody else, or says it again as another row. */
const db = await testDatabase();
const here = await makeJurisdiction(db, "harbor");
const { take, holds, open, cards, decide, empty } = await heldDesk(db, here);

beforeEach(empty);

const leaks = async (what: RegExp) =>
  (await Promise.all([open(), cards()])).flatMap(
    (said) => said.match(new RegExp(`.{0,60}(?:${what.source}).{0,20}`, "g")) ?? [],
  );
const telling = {
  ...files,
  "services.csv": `id,organization_id,name,description,status,url,fees_description\n${id(2, 1)},${id(1, 1)},Rest,"Emergency shelter for battered women, ring at Zmgate",active,https://zmlink.example,Zmfees\n${id(2, 2)},${id(1, 2)},Books,Books for children.,active,,\n`,
  "contacts.csv": `id,organization_id,service_id,name\n${id(7, 1)},,${id(2, 1)},Grace Zmperson\n`,
  "taxonomy_terms.csv": `id,code,name\n${id(9, 1)},1,Notes\n`,
  "attributes.csv": `id,link_entity,link_id,taxonomy_term_id,link_type,value,label\n${id(9, 3)},service,${id(2, 1)},${id(9, 1)},Note,Zmvalue,Zmlabel\n`,
};
const swap = (from: string, to: string, ...names: string[]) =>
  Object.fromEntries(
    Object.entries(telling).map(([file, text]) => [
      file,
      names.includes(file)
        ? text
            .split("\n")
            .map((line) => line.replace(from, to))
            .join("\n")
        : text,
    ]),
  );
const [shelter, circle] = [id(1, 1), id(1, 2)];

describe("a row that its source gives to another", () => {
  it.each<[string, string, string, string, boolean[]?]>([
    ["the listing", "services.csv", `,${shelter},`, `,${circle},`, [false, true]],
    ["the listing and its place", "services.csv locations.csv", `,${shelter},`, `,${circle},`],
    ["the place", "locations.csv", `,${shelter},`, `,${circle},`],
    ["the phone", "phones.csv", `,${id(2, 1)},${id(3, 1)},`, `,${id(2, 2)},${id(3, 2)},`],
    ["the person", "contacts.csv", `,,${id(2, 1)},`, `,${circle},,`],
    ["the note", "attributes.csv", `service,${id(2, 1)}`, `organization,${circle}`],
    [
      "the listing's place",
      "service_at_location.csv",
      `,${id(2, 1)},${id(3, 1)}`,
      `,${id(2, 2)},${id(3, 1)}`,
    ],
  ])("stays with who is held: %s", async (_, where, from, to, states = [true]) => {
    for (const decided of states) {
      await empty();
      await take(telling);
      if (decided) await decide("is");
      const held = decided ? /Zm|39\.41|555-0177/ : /Zm|39\.41/;
      expect(await leaks(held)).toEqual([]);
      const report = await take(swap(from, to, ...where.split(" ")));
      expect(await leaks(held)).toEqual([]);
      expect(report.warnings.map(({ code }) => code)).toContain("held_stays");
    }
  });

  it("moves where nobody is held", async () => {
    await take();
    await decide("is_not");
    await take(
      Object.fromEntries(
        Object.entries(files).map(([file, text]) => [
          file,
          file === "services.csv" ? text.replace(`,${shelter},`, `,${circle},`) : text,
        ]),
      ),
    );
    const { rows } = await db.owner.query("select organization_id from service where id = $1", [id(2, 1)]);
    expect(rows).toEqual([{ organization_id: circle }]);
  });
});

/** The same place again as another row, of another listing in bland words. */
const again = (street: string, organization = shelter) => ({
  "services.csv": `${files["services.csv"]}${id(2, 3)},${organization},Meals,Meals.,active\n`,
  "locations.csv": `${files["locations.csv"]}${id(3, 3)},${organization},physical,Kitchen,39.5,-76.7\n`,
  "service_at_location.csv": `${files["service_at_location.csv"]}${id(4, 3)},${id(2, 3)},${id(3, 3)}\n`,
  "addresses.csv": `${files["addresses.csv"]}${id(5, 3)},${id(3, 3)},${street},Towson,MD,21204,US,physical\n`,
});

describe("a place of who is held, told once more", () => {
  it.each([
    ["in the same package", "first"],
    ["in a later one", "later"],
    ["after the decision", "decided"],
  ])("is held with the first: %s", async (_, when) => {
    const both = { ...files, ...again("7 Zmstreet") };
    if (when !== "first") await take();
    if (when === "decided") await decide("is");
    await take(both);
    expect(await leaks(/Zmstreet/)).toEqual([]);
    expect(await open()).toContain("8 Book Street");
    if (when !== "decided") await decide("is");
    await take(both);
    expect(await leaks(/Zmstreet/)).toEqual([]);
    expect(await holds()).toHaveLength(1);
  });

  it("is hidden at once when it is new and all of the organization is hidden, and not where a branch is shown", async () => {
    await take();
    await decide("is");
    await take({ ...files, ...again("9 Zmlane") });
    expect(await leaks(/Zmlane/)).toEqual([]);
    await empty();
    await take({ ...files, ...again("9 Shown Lane") });
    await decide("is");
    expect(await open()).toContain("9 Shown Lane");
    await take({ ...files, ...again("9 Shown Lane") });
    expect(await open()).toContain("9 Shown Lane");
  });
});

/** Rows of the hidden place itself, given to another place of another organization. */
const elsewhereRows = (move: boolean) => ({
  ...files,
  "organizations.csv": `${files["organizations.csv"]}${id(1, 3)},Annex,Annex.\n`,
  "services.csv": `${files["services.csv"]}${id(2, 3)},${id(1, 3)},Group,Group.,active\n`,
  "locations.csv": `${files["locations.csv"]}${id(3, 3)},${id(1, 3)},physical,Annex,39.5,-76.7\n`,
  "service_at_location.csv": `${files["service_at_location.csv"]}${id(4, 3)},${id(2, 3)},${id(3, 3)}\n`,
  "accessibility.csv": `id,location_id,description\n${id(8, 1)},${move ? id(3, 3) : id(3, 1)},Zmramp\n`,
  "addresses.csv": move
    ? files["addresses.csv"].replace(`${id(5, 1)},${id(3, 1)}`, `${id(5, 1)},${id(3, 3)}`)
    : files["addresses.csv"],
});

describe("an address that its source gives to another's place", () => {
  it.each([
    ["decided", "first"],
    ["decided", "later"],
    ["open", "first"],
  ])("is refused while it is %s (its rows came %s)", async (state, when) => {
    await take(elsewhereRows(false));
    if (state === "decided") await decide("is");
    if (when === "later") await take(elsewhereRows(false));
    await take(elsewhereRows(true));
    expect(await leaks(/Zm/)).toEqual([]);
    expect(await open()).toContain("Annex");
  });
});

it.each([
  ["a new place of the listing", "listing"],
  ["a new listing at a new place", "organization"],
])("keeps hidden what its own people hid, whatever row its source gives it anew: %s", async (_, what) => {
  await take();
  // As the form of a place does, which makes no listing confidential.
  await asSystem(db, here, (ctx) => hideLocations(ctx, [id(3, 2)]));
  await db.owner.query("update service set confidential = false");
  const of = what === "listing" ? id(2, 2) : id(2, 3);
  await take({
    ...files,
    "services.csv": `${files["services.csv"].replace("Books for children.", "Come to 94 Zmroad, ring at Zmroad.")}${id(2, 3)},${circle},More,More.,active\n`,
    "locations.csv": files["locations.csv"].replace(id(3, 2), id(3, 3)).replace("Library", "Zmhouse"),
    "service_at_location.csv": files["service_at_location.csv"].replace(
      `${id(4, 2)},${id(2, 2)},${id(3, 2)}`,
      `${id(4, 3)},${of},${id(3, 3)}`,
    ),
    "addresses.csv": files["addresses.csv"].replace(
      `${id(5, 2)},${id(3, 2)},8 Book Street`,
      `${id(5, 3)},${id(3, 3)},94 Zmroad Ave`,
    ),
  });
  expect(await leaks(/Zm/)).toEqual([]);
});

it("holds an organization that its source gives another id, though it has no listing left", async () => {
  await take();
  const renamed = files["organizations.csv"].replace(
    `${shelter},House of Invention,Helps.`,
    `${id(1, 9)},House of Invention,"Find us at Zmstreet, by the mill."`,
  );
  await take({
    ...files,
    "organizations.csv": renamed,
    "services.csv": files["services.csv"].replace(shelter, id(1, 9)),
    "locations.csv": files["locations.csv"].replace(shelter, id(1, 9)),
  });
  expect(await leaks(/Zm|by the mill/)).toEqual([]);
  expect(await holds()).toHaveLength(2);
});

it("holds an organization that an administrator marks on its page, though its words say nothing, and a neighbour's name with it", async () => {
  const neighbour =
    elsewhere["services.csv"]?.replace(",Books,", ",Books by House of Invention on Zmstreet,") ?? "";
  await take({ ...elsewhere, "services.csv": neighbour });
  expect(await holds()).toEqual([]);
  expect(await open()).toContain("7 Zmstreet");
  const { rows } = await db.owner.query<{ id: string }>(
    "select id from organization where name = 'House of Invention'",
  );
  await asSystem(db, here, (ctx) => holdMarked(ctx, { organizationId: rows[0]?.id ?? "" }));
  expect(await leaks(/Zm|39\.41/)).toEqual([]);
  expect(await holds()).toMatchObject([
    { status: "open", listings: [{ reasons: [{ rule: "organization" }] }] },
  ]);
  await decide("is", ["phone"]);
  expect(await leaks(/Zm|39\.41/)).toEqual([]);
  expect(await open()).toContain("555-0177");
});

describe("an entry of the same name", () => {
  it("that was decided to be none is asked about anew when the other is decided to be one", async () => {
    await take();
    await take(elsewhere, "state");
    const twin = (await holds()).find((one) => one.source === "state");
    await db.owner.query("update safety_hold set status = 'is_not', decided_at = now() where id = $1", [
      twin?.id,
    ]);
    await db.owner.query("update location set visibility = 'full' where source = 'state'");
    await decide("is");
    expect((await holds()).map(({ source, status }) => [source, status]).sort()).toEqual([
      ["city", "is"],
      ["state", "open"],
    ]);
    expect(await leaks(/Zmstreet|39\.41/)).toEqual([]);
  });

  it.each(["House of Invention Shelter Services", "Invention House of Invention"])(
    "with more words in it at the same street is held: %s",
    async (name) => {
      await take();
      await decide("is");
      const named = elsewhere["organizations.csv"]?.replace("House of Invention", name) ?? "";
      const phoned = elsewhere["phones.csv"]?.replace("0177", "0188") ?? "";
      await take({ ...elsewhere, "organizations.csv": named, "phones.csv": phoned }, "state");
      expect(await leaks(/Zmstreet|39\.41/)).toEqual([]);
    },
  );
});
