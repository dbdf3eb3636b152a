import { expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import { listingPlaces } from "../../../../tests/setup/listing-places";
import { newId } from "../../kernel/ids";
import {
  confirmListing,
  getPublishedListings,
  giveBackOpening,
  listListingHistory,
  listListings,
  setOpenings,
  takeOpening,
} from "../index.server";

const db = await testDatabase();
const { manager, listing, read } = await listingPlaces(db);

it("keeps a waitlist's families and days until there is room again", async () => {
  const id = await listing("Waiting");
  const row = async () => (await manager((ctx) => listListings(ctx))).find((one) => one.id === id);
  expect(await row()).toMatchObject({
    freshness: { toldDaysAgo: null },
    waitlistLength: null,
    room: { kind: "unknown" },
  });
  const set = (version: number, more: object) => manager((ctx) => setOpenings(ctx, { id, version, ...more }));
  await set(1, { waitlist: { length: "7", days: "30" } });
  expect(await row()).toMatchObject({
    freshness: { toldDaysAgo: 0 },
    waitlistLength: 7,
    waitlistDays: 30,
    room: { kind: "waitlist", waitlistDays: 30 },
  });
  await manager((ctx) => confirmListing(ctx, { id, version: 2 }));
  expect(await row()).toMatchObject({ waitlistLength: 7, waitlistDays: 30 });
  await expect(set(3, { waitlist: { length: "-1", days: "" } })).rejects.toMatchObject({ code: "invalid" });
  await set(3, { waitlist: { length: "8", days: "" } });
  await set(4, { available: 0 });
  expect(await row()).toMatchObject({ waitlistLength: 8, waitlistDays: null, room: { kind: "waitlist" } });
  await set(5, { change: 1 });
  expect(await row()).toMatchObject({ waitlistLength: null, room: { kind: "openings", available: 1 } });
  const { rows } = await manager((ctx) => listListingHistory(ctx, { id }));
  expect(
    rows.filter((one) => one.field === "waitlist_length").map((one) => [one.previous, one.replacement]),
  ).toEqual(
    expect.arrayContaining([
      [null, "7"],
      ["7", "8"],
      ["8", null],
    ]),
  );
});

it("counts on from what was shown, not from a count too old to be shown", async () => {
  const id = await listing("Forgotten");
  await manager((ctx) => setOpenings(ctx, { id, version: 1, available: 12 }));
  await db.owner.query("update service set capacity_as_of = now() - interval '80 days' where id = $1", [id]);
  expect(await manager((ctx) => setOpenings(ctx, { id, version: 2, change: 1 }))).toBe(1);
  expect(await manager((ctx) => setOpenings(ctx, { id, version: 3, change: 1 }))).toBe(2);
});

it("tells families and intake at once that an opening was taken, or given back", async () => {
  const id = await listing("Counted");
  await manager((ctx) => setOpenings(ctx, { id, version: 1, available: 5 }));
  const { slug } = await read(id);
  const shown = () =>
    manager(async (ctx) => (await getPublishedListings(ctx, { slugs: [slug] }))[0]?.room.available);
  expect(await shown()).toBe(5);
  const opening = { serviceId: id, referralId: newId() };
  expect(await manager((ctx) => takeOpening(ctx, opening))).toBe(4);
  expect(await shown()).toBe(4);
  expect(await manager((ctx) => giveBackOpening(ctx, opening))).toBe(5);
  expect(await shown()).toBe(5);
});
