import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import { listingPlaces } from "../../../../tests/setup/listing-places";
import { asSystem, testClock } from "../../../../tests/setup/listing-rows";
import { newId } from "../../kernel/ids";
import {
  closeListingPlace,
  confirmListing,
  getPublishedListings,
  giveBackOpening,
  listListingHistory,
  listListings,
  saveListingSection,
  searchListings,
  setOpenings,
  setPlaceOpenings,
  takeOpening,
} from "../index.server";
import { placeOfZip } from "../places/places";
import { previewListing } from "../reading/listing-preview";
import { writeSearchRows } from "../search-index/write-search-rows.server";
import { emptyCriteria } from "../search/search-criteria";

const db = await testDatabase();
const { here, mine, manager, listing, read } = await listingPlaces(db);

/** In the south of the city, six miles from the first place. */
const second = { latitude: 39.268, longitude: -76.626 };
async function addPlace(serviceId: string): Promise<string> {
  const id = newId();
  await asSystem(db, here, async (ctx) => {
    const location = { id: newId(), jurisdictionId: here, organizationId: mine, ...second };
    await ctx.tx.location.create({ data: location });
    await ctx.tx.serviceAtLocation.create({
      data: { id, jurisdictionId: here, serviceId, locationId: location.id },
    });
    await writeSearchRows(ctx, [serviceId]);
  });
  return id;
}
const version = async (id: string) => (await read(id)).version;

/** A published listing given in the north (a) and in the south (b) of a city. */
async function twoPlaces(name: string) {
  const id = await listing(name);
  await addPlace(id);
  const [a = "", b = ""] = (await read(id)).serviceAtLocations.map((one) => one.id);
  const count = async (placeId: string, available: number) =>
    manager(async (ctx) => setPlaceOpenings(ctx, { id, placeId, version: await version(id), available }));
  /** What a search near a ZIP, or without a place, says of its room; `shut` when it is folded away. */
  const near = async (zip: string | null) => {
    const place = zip === null ? null : placeOfZip(zip);
    const criteria = { ...emptyCriteria, needs: ["respite"], place, radiusMiles: 3 };
    const { results, closed, open } = await manager((ctx) => searchListings(ctx, { criteria }));
    const own = [...results, ...closed].find((one) => one.serviceId === id);
    const { kind, available } = own?.room ?? { kind: null, available: null };
    return { kind, available, shut: closed.some((one) => one.serviceId === id), open };
  };
  const both = async () =>
    [await near("21215"), await near("21230")].map(({ kind, available }) => [kind, available]);
  const whole = async () => (await manager((ctx) => listListings(ctx))).find((one) => one.id === id);
  return { id, a, b, count, near, both, whole };
}
const end = async (id: string) =>
  db.owner.query("delete from listing_search where service_id = $1", [id]).then(async () => {
    await db.owner.query("delete from listing_reach where service_id = $1", [id]);
    await db.owner.query("delete from listing_words where service_id = $1", [id]);
  });

describe("openings counted at each place of a listing", () => {
  it("show where they are, and the listing has their sum", async () => {
    const { id, a, b, count, near, both, whole } = await twoPlaces("Two doors");
    await manager((ctx) => setOpenings(ctx, { id, version: 1, available: 7 }));
    expect(await both()).toEqual([
      ["openings", 7],
      ["openings", 7],
    ]);
    await count(a, 3);
    // Seven was said of the whole; where the rest is nobody said.
    expect(await both()).toEqual([
      ["openings", 3],
      ["unknown", null],
    ]);
    await count(b, 2);
    expect(await both()).toEqual([
      ["openings", 3],
      ["openings", 2],
    ]);
    expect(await whole()).toMatchObject({ available: 5, byPlace: true });
    expect((await whole())?.places.map(({ available }) => available)).toEqual([3, 2]);
    await count(a, 0);
    const full = await near("21215");
    expect(full).toMatchObject({ kind: "full", shut: true, open: 0 });
    expect(await near("21230")).toMatchObject({ kind: "openings", available: 2, shut: false, open: 1 });
    // Without a place the program is shown where it has room, by a search and on its page.
    expect(await near(null)).toMatchObject({ kind: "openings", available: 2, shut: false, open: 1 });
    const [page] = await manager((ctx) => getPublishedListings(ctx, { serviceIds: [id] }));
    expect(page).toMatchObject({ placeNo: 2, room: { kind: "openings", available: 2 }, otherPlaces: 1 });
    expect(previewListing(await read(id), testClock.now())).toMatchObject({
      room: page?.room,
      card: { address: null },
    });
    const { rows } = await manager((ctx) => listListingHistory(ctx, { id }));
    expect(rows.filter((one) => one.field === "capacity_available").length).toBeGreaterThanOrEqual(4);
    await end(id);
  });

  it("say no number that a referral may have taken, until somebody counts again", async () => {
    const { id, a, b, count, both } = await twoPlaces("Taken");
    await count(a, 3);
    await count(b, 1);
    const opening = { serviceId: id, referralId: newId() };
    expect(await manager((ctx) => takeOpening(ctx, opening))).toBe(3);
    expect(await both()).toEqual([
      ["open", null],
      ["unknown", null],
    ]);
    expect(await manager((ctx) => giveBackOpening(ctx, opening))).toBe(4);
    expect(await both()).toEqual([
      ["openings", 3],
      ["openings", 1],
    ]);
    await manager((ctx) => takeOpening(ctx, { serviceId: id, referralId: newId() }));
    await count(b, 0);
    await count(a, 3);
    await manager((ctx) => takeOpening(ctx, { serviceId: id, referralId: newId() }));
    // Only one place has any: it was taken there.
    expect(await both()).toEqual([
      ["openings", 2],
      ["full", null],
    ]);
    await end(id);
  });

  it("go stale each by itself, and a check says again what is shown still", async () => {
    const { id, a, b, count, both, whole } = await twoPlaces("Old");
    await count(a, 3);
    await count(b, 2);
    const age = async (place: string, days: number) => {
      const then = new Date(testClock.now().getTime() - days * 86_400_000);
      await db.owner.query("update service_at_location set capacity_as_of = $2 where id = $1", [place, then]);
      await asSystem(db, here, (ctx) => writeSearchRows(ctx, [id]));
    };
    await age(a, 20);
    expect(await both()).toEqual([
      ["unknown", null],
      ["openings", 2],
    ]);
    await count(b, 4);
    // The whole is not known while one of its parts is not.
    expect(await whole()).toMatchObject({
      available: null,
      room: { kind: "unknown" },
      freshness: { openings: "late" },
    });
    await count(a, 1);
    await age(a, 12);
    await manager(async (ctx) => confirmListing(ctx, { id, version: await version(id) }));
    expect((await read(id)).serviceAtLocations.map((one) => one.capacityAsOf)).toEqual([
      testClock.now(),
      testClock.now(),
    ]);
    await end(id);
  });

  it("end when the whole is said anew, a place is closed, or the form leaves a place empty", async () => {
    const { id, a, b, count, both, whole } = await twoPlaces("Said anew");
    await count(a, 3);
    await count(b, 2);
    await manager(async (ctx) =>
      closeListingPlace(ctx, { id, placeId: b, version: await version(id), closed: true }),
    );
    expect(await whole()).toMatchObject({ available: 3, places: [] });
    await manager(async (ctx) =>
      closeListingPlace(ctx, { id, placeId: b, version: await version(id), closed: false }),
    );
    expect(await both()).toEqual([
      ["openings", 3],
      ["unknown", null],
    ]);
    const form = { capacityStatus: "open", available: "9", placeId: [a, b], acceptsReferrals: "true" };
    const save = async (placeAvailable: string[]) =>
      manager(async (ctx) =>
        saveListingSection(ctx, {
          ...{ id, version: await version(id), section: "openings" },
          values: { ...form, placeAvailable },
        }),
      );
    await save(["4", "6"]);
    expect(await both()).toEqual([
      ["openings", 4],
      ["openings", 6],
    ]);
    expect(await whole()).toMatchObject({ available: 10 });
    await save(["", ""]);
    expect(await both()).toEqual([
      ["openings", 9],
      ["openings", 9],
    ]);
    await count(a, 1);
    await manager(async (ctx) => setOpenings(ctx, { id, version: await version(id), available: 6 }));
    expect(await both()).toEqual([
      ["openings", 6],
      ["openings", 6],
    ]);
    await end(id);
  });

  it("are counted at an open place of the listing alone, from what is shown, in order of who came first", async () => {
    const { id, a, b } = await twoPlaces("Guarded");
    const other = await twoPlaces("Another");
    const set = (more: object) =>
      manager((ctx) => setPlaceOpenings(ctx, { id, placeId: a, version: 1, available: 1, ...more }));
    await expect(set({ placeId: other.a })).rejects.toMatchObject({ code: "not_found" });
    await expect(set({ version: 3 })).rejects.toThrow("listing_changed");
    await expect(set({ available: -1 })).rejects.toMatchObject({ code: "invalid" });
    await manager((ctx) => closeListingPlace(ctx, { id, placeId: b, version: 1, closed: true }));
    await expect(set({ placeId: b, version: 2 })).rejects.toMatchObject({ code: "not_found" });
    expect(await set({ version: 2, available: 2 })).toBe(2);
    expect(await set({ version: 3, available: undefined, change: 1 })).toBe(3);
    await end(id);
    await end(other.id);
  });
});
