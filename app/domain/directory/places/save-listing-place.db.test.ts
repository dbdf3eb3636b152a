import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import { listingPlaces } from "../../../../tests/setup/listing-places";
import { asSystem } from "../../../../tests/setup/listing-rows";
import { newId } from "../../kernel/ids";
import {
  closeListingPlace,
  getListing,
  listListingHistory,
  saveListingPlace,
  saveListingSection,
  undoFieldChange,
} from "../index.server";
import { openPlaces } from "./open-places";

const db = await testDatabase();
const { here, theirs, manager, admin, read, listing, found } = await listingPlaces(db);
const second = { street: "9 Invented Road", city: "Towson", state: "MD", postalCode: "21204" };
const add = (id: string, version: number, values: object) =>
  manager((ctx) => saveListingPlace(ctx, { id, version, placeId: null, values: { ...values } }));

describe("places of a listing", () => {
  it("adds a place with its own hours and area, found where it is, and leaves the first as it was", async () => {
    const id = await listing("Two Places");
    expect(await found(id, "21204")).toEqual([]);
    const { version, placeId } = await add(id, 1, {
      ...second,
      areaCounties: "Baltimore County",
      byday: ["TU"],
      opensAt: "09:00",
      closesAt: "12:00",
    });
    expect(version).toBe(2);
    expect(await found(id, "21204")).toEqual([{ area: "pass", town: "Towson", hours: ["TU"] }]);
    expect(await found(id, "21215")).toEqual([{ area: "pass", town: "Baltimore", hours: [] }]);
    const row = await read(id);
    expect(openPlaces(row)).toHaveLength(2);
    // The section is of the whole listing from now on: it moves no place and asks for no address.
    await manager((ctx) =>
      saveListingSection(ctx, {
        id,
        version: 2,
        section: "when_where",
        values: { deliveryModes: ["centre"], byday: ["MO"], areaZips: "21215" },
      }),
    );
    const after = await read(id);
    expect(after.serviceAtLocations.map((one) => one.location.addresses[0]?.city).sort()).toEqual([
      "Baltimore",
      "Towson",
    ]);
    // A place's own usual hours go before the listing's.
    expect((await found(id, "21204"))[0]?.hours).toEqual(["TU"]);
    expect((await found(id, "21215"))[0]?.hours).toEqual(["MO"]);
    await manager((ctx) =>
      saveListingPlace(ctx, { id, version: 3, placeId, values: { ...second, city: "Lutherville" } }),
    );
    expect((await read(id)).serviceAtLocations.find((one) => one.id === placeId)).toMatchObject({
      location: { addresses: [{ city: "Lutherville" }] },
      areas: [],
      schedules: [],
    });
  });

  it("refuses an address that is not whole, a hidden one without a reason, a tract of no county, and a stale form", async () => {
    const id = await listing("Refused");
    const refused = (values: object, version = 1) => expect(add(id, version, values)).rejects;
    await refused({ city: "Towson" }).toMatchObject({ fieldErrors: { street: ["address"] } });
    await refused({ visibility: "hidden" }).toMatchObject({
      fieldErrors: { visibilityReason: ["required"] },
    });
    await refused({ ...second, areaTracts: "99999000000" }).toMatchObject({
      fieldErrors: { areaTracts: ["tract"] },
    });
    await refused(second, 7).toThrow("listing_changed");
    expect(openPlaces(await read(id))).toHaveLength(1);
    await expect(
      manager((ctx) => saveListingPlace(ctx, { id, version: 1, placeId: newId(), values: second })),
    ).rejects.toThrow("not_found");
  });

  it("closes a place, which then is found nowhere, and the history opens it again", async () => {
    const id = await listing("Closing");
    const { placeId } = await add(id, 1, { ...second, areaCounties: "24005" });
    const close = (version: number, closed: boolean) =>
      manager((ctx) => closeListingPlace(ctx, { id, version, placeId, closed }));
    await close(2, true);
    expect(await found(id, "21204")).toEqual([]);
    const left = await asSystem(
      db,
      here,
      (ctx) =>
        ctx.tx.$queryRaw<
          { leaves: boolean }[]
        >`select service_at_location_leaves(${placeId}::uuid) as leaves`,
    );
    expect(left).toEqual([{ leaves: false }]);
    await expect(close(3, true)).rejects.toThrow("not_found");
    const { rows } = await manager((ctx) => listListingHistory(ctx, { id }));
    const change = rows.find((one) => one.field === "place_closed");
    expect(change).toMatchObject({ canUndo: true, changedBy: "provider", replacement: "true" });
    await manager((ctx) => undoFieldChange(ctx, { changeId: change?.id ?? "", version: 3 }));
    expect((await found(id, "21204"))[0]?.town).toBe("Towson");
    await expect(close(4, false)).rejects.toThrow("not_found");
  });

  it("is confidential while all its open places are, and the history of a hidden one holds no value", async () => {
    const id = await listing("Half Hidden");
    const hidden = {
      visibility: "hidden",
      visibilityReason: "safety",
      ...second,
      placeName: "By the Zzbridge",
    };
    const { placeId } = await add(id, 1, hidden);
    const row = await read(id);
    const place = row.serviceAtLocations.find((one) => one.id === placeId);
    expect(row.confidential).toBe(false);
    expect(place?.location).toMatchObject({ addresses: [], latitude: null, name: "Half Hidden" });
    const first = row.serviceAtLocations.find((one) => one.id !== placeId)?.id ?? "";
    await manager((ctx) => closeListingPlace(ctx, { id, version: 2, placeId: first, closed: true }));
    expect((await read(id)).confidential).toBe(true);
    await manager((ctx) => closeListingPlace(ctx, { id, version: 3, placeId: first, closed: false }));
    expect((await read(id)).confidential).toBe(false);
    const told = await db.owner.query("select * from field_change where service_id = $1", [id]);
    expect(JSON.stringify(told.rows)).not.toMatch(/Invented Road|Zzbridge|Towson/);
  });

  it("changes the organization's other listings at the same location with it, and nobody else's", async () => {
    const [id, sister, foreign] = [
      await listing("Shared"),
      await listing("Sister"),
      await listing("Foreign", theirs),
    ];
    const at = (await read(id)).serviceAtLocations[0]?.locationId ?? "";
    const move = (service: string) =>
      db.owner.query("update service_at_location set location_id = $1 where service_id = $2", [at, service]);
    await move(sister);
    const moved = { ...second, visibility: "partial" };
    const save = async (version: number, values: object) =>
      manager(async (ctx) => {
        const placeId = (await getListing(ctx, { id })).row.serviceAtLocations[0]?.id ?? "";
        return saveListingPlace(ctx, { id, version, placeId, values: { ...values } });
      });
    await save(1, moved);
    expect((await read(sister)).serviceAtLocations[0]?.location).toMatchObject({ visibility: "partial" });
    expect((await manager((ctx) => listListingHistory(ctx, { id: sister }))).total).toBeGreaterThan(0);
    const cards = await db.owner.query("select card::text as card from listing_card where service_id = $1", [
      sister,
    ]);
    expect(cards.rows[0].card).toContain("Towson");
    expect(cards.rows[0].card).not.toContain("First Street");
    await move(foreign);
    await save(2, { visibility: "hidden", visibilityReason: "private_home" });
    expect((await read(id)).serviceAtLocations[0]?.location).toMatchObject({ visibility: "hidden" });
    const kept = await admin(async (ctx) => (await getListing(ctx, { id: foreign })).row);
    expect(kept.serviceAtLocations[0]?.location).toMatchObject({ visibility: "partial", id: at });
  });
});
