import { beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import {
  heldDesk,
  heldElsewhere as elsewhere,
  heldFiles as files,
  heldId as id,
} from "../../../../tests/setup/held-desk";
import { asSystem, makeJurisdiction } from "../../../../tests/setup/listing-rows";
import { decideSafetyHold, holdVictimServices } from "../index.server";

const db = await testDatabase();
const here = await makeJurisdiction(db, "harbor");
const { take, holds, open, cards, decide, empty } = await heldDesk(db, here);
/** Decisions that went for an entry of the same name. */
const audited = async () =>
  (
    await db.owner.query(
      "select from audit_entry where event = 'safety_hold.decided' and reason like 'is, as %'",
    )
  ).rows.length;

beforeEach(async () => {
  await empty();
});

describe("an organization that several sources tell", () => {
  it("is known by its name whatever its legal form", async () => {
    const inc = Object.entries(elsewhere).map(([file, text]) => [
      file,
      text.replace("House of Invention", "The House of Invention Inc."),
    ]);
    await take();
    await decide("is");
    await take(Object.fromEntries(inc) as Record<string, string>, "state");
    expect((await holds()).map(({ status }) => status)).toEqual(["is", "is"]);
    for (const said of [await open(), await cards()]) expect(said).not.toMatch(/Zm|39\.41|555-0177/);
  });

  it.each([["before the decision"], ["after it"]])(
    "is decided with its entry of the same name from another source, which came %s, and its neighbour is not",
    async (when) => {
      const before = await audited();
      await take();
      if (when === "after it") await decide("is", ["phone"]);
      const phoned = { ...elsewhere, "phones.csv": elsewhere["phones.csv"]?.replace("0177", "0188") ?? "" };
      await take(phoned, "state");
      for (const said of [await open(), await cards()]) expect(said).not.toMatch(/Zm|39\.41/);
      if (when !== "after it") {
        const waiting = (await holds()).sort((a, b) => a.source.localeCompare(b.source));
        expect(waiting).toMatchObject([
          { status: "open", source: "city", alike: ["state"] },
          { status: "open", source: "state", alike: ["city"], listings: [{ reasons: [{ rule: "twin" }] }] },
        ]);
        await decide("is", ["phone"]);
      }
      const decided = await holds();
      expect(decided.map(({ status, source, alike }) => [status, source, ...alike]).sort()).toEqual([
        ["is", "city", "state"],
        ["is", "state", "city"],
      ]);
      for (let turn = 0; turn < 2; turn++) {
        const said = await open();
        expect(said).not.toMatch(/Zm|39\.41|Rest for those/);
        expect(said).toContain("8 Book Street");
        expect(said).toMatch(/555-0177/);
        expect(said).toMatch(/555-0188/);
        await take(phoned, "state");
      }
      const { rows } = await db.owner.query(
        "select count(*)::int as sealed from organization where victim_service_provider",
      );
      expect(rows).toEqual([{ sealed: 2 }]);
      expect((await audited()) - before).toBe(1);
    },
  );

  it("lets go with it an entry that was held for the name alone, and not one that says so itself", async () => {
    await take();
    await take(elsewhere, "state");
    await take(
      Object.fromEntries(
        Object.entries(files).map(([file, text]) => [
          file,
          text.replace(/\b([0-9a-f]{7})([1-6])-0000/g, "$1$2-2222"),
        ]),
      ),
      "nation",
    );
    const city = (await holds()).find((one) => one.source === "city");
    await asSystem(db, here, (ctx) => decideSafetyHold(ctx, { id: city?.id ?? "", decision: "is_not" }));
    expect((await holds()).map(({ status, source }) => [source, status]).sort()).toEqual([
      ["city", "is_not"],
      ["nation", "open"],
      ["state", "is_not"],
    ]);
  });

  it("waits by itself where another source has it under another name, at its phone and website", async () => {
    const sited = (said: Record<string, string>, name: string) => ({
      ...said,
      "organizations.csv": (said["organizations.csv"] ?? "")
        .replace("id,name,description", "id,name,description,website")
        .replace(/House of Invention,Helps\./, `${name},Helps.,https://invented.example`)
        .replace("Books.", "Books.,"),
    });
    await take(sited(files, "House of Invention"));
    await decide("is");
    await take(sited(elsewhere, "Invented Rest"), "state");
    expect(await holds()).toMatchObject([
      { status: "open", organizationName: "Invented Rest", listings: [{ reasons: [{ rule: "twin" }] }] },
      { status: "is", alike: [] },
    ]);
  });

  it("makes nobody else held by being held for one listing or as a twin, and the next import changes no hold", async () => {
    const org = (n: number, name: string, words: string, site: string) =>
      `${id(1, n)},${name},${words},https://${site}.example\n`;
    const service = (n: number, of: number, words: string) =>
      `${id(2, n)},${id(1, of)},Program ${n},${words},active\n`;
    const place = (n: number, of: number) => `${id(3, n)},${id(1, of)},physical,Door ${n},39.3,-76.6\n`;
    const many = {
      "organizations.csv": `id,name,description,website\n${org(1, "Big Charity", "Meals.", "charity")}${org(2, "County Office", "Aid.", "charity")}${org(3, "Plum House", "A shelter for battered women.", "plum")}${org(4, "Plum Friends", "Friends.", "plum")}${org(5, "Pear Friends", "Friends.", "pear")}`,
      "services.csv": `id,organization_id,name,description,status\n${service(1, 1, "Emergency shelter for battered women.")}${service(2, 1, "Meals.")}${service(3, 2, "Aid.")}${service(4, 3, "Rest.")}${service(5, 4, "Gifts.")}${service(6, 5, "Gifts.")}`,
      "locations.csv": `id,organization_id,location_type,name,latitude,longitude\n${place(1, 1)}${place(2, 1)}${place(3, 2)}${place(4, 3)}${place(5, 4)}${place(6, 5)}`,
      "service_at_location.csv": `id,service_id,location_id\n${[1, 2, 3, 4, 5, 6].map((n) => `${id(4, n)},${id(2, n)},${id(3, n)}\n`).join("")}`,
      "phones.csv": `id,service_id,location_id,number\n${[
        [1, 1, 1],
        [2, 3, 1],
        [3, 4, 2],
        [4, 5, 2],
        [5, 5, 3],
        [6, 6, 3],
      ]
        .map(([n, of, line]) => `${id(6, n ?? 0)},${id(2, of ?? 0)},${id(3, of ?? 0)},(410) 555-010${line}\n`)
        .join("")}`,
    };
    await take(many);
    const told = async () =>
      (
        await db.owner.query(
          "select o.name, cardinality(h.places) as places, h.evidence from safety_hold h join organization o on o.id = h.organization_id order by 1",
        )
      ).rows;
    const first = await told();
    expect(first).toMatchObject([
      { name: "Big Charity", places: 1 },
      { name: "Plum Friends", places: 1 },
      { name: "Plum House", places: 1 },
    ]);
    await take(many);
    expect(await told()).toEqual(first);
    await take(
      Object.fromEntries(
        ["organizations.csv", "services.csv"].map((file) => [
          file,
          (elsewhere[file] ?? "").replaceAll("House of Invention", "Some Club"),
        ]),
      ),
      "state",
    );
    await asSystem(db, here, (ctx) => holdVictimServices(ctx));
    expect(await told()).toEqual(first);
  });
});
