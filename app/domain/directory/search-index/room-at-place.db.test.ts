import { expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import { listingPlaces } from "../../../../tests/setup/listing-places";
import { asSystem } from "../../../../tests/setup/listing-rows";
import { newId } from "../../kernel/ids";
import type { CapacityCode } from "../openings/capacity";
import { capacityAtPlace, leadFirst } from "../openings/capacity-at-place";
import { writeSearchRows } from "./write-search-rows.server";

const db = await testDatabase();
const { here, mine, listing, read } = await listingPlaces(db);

const addPlace = (serviceId: string) =>
  asSystem(db, here, async (ctx) => {
    const own = { jurisdictionId: here, id: newId() };
    await ctx.tx.location.create({ data: { ...own, organizationId: mine } });
    await ctx.tx.serviceAtLocation.create({ data: { ...own, serviceId, locationId: own.id } });
  });

it("room at a place is the same in SQL and in capacityAtPlace, whatever was counted", async () => {
  const id = await listing("Many");
  await addPlace(id);
  await addPlace(id);
  const counts = [null, 0, 1, 3];
  const statuses: (CapacityCode | null)[] = ["open", "full", "waitlist", null];
  const asOf = new Date("2026-11-20T08:00:00Z");
  const ids = (await read(id)).serviceAtLocations.map((one) => one.id);
  let at = 0;
  for (const status of statuses)
    for (const available of [null, 2, 4])
      for (const first of counts)
        for (const [other, third] of [
          [null, 3],
          [0, 0],
          [1, null],
          [3, 1],
        ] as const) {
          at += 1;
          const places = [first, other, third].map((capacityAvailable, index) => ({
            capacityAvailable,
            capacityAsOf: capacityAvailable === null ? null : new Date(asOf.getTime() + index * 60_000),
          }));
          await db.owner.query(
            "update service set capacity_status = $2, capacity_available = $3, capacity_as_of = $4 where id = $1",
            [id, status, available, asOf],
          );
          for (const [index, place] of places.entries())
            await db.owner.query(
              "update service_at_location set capacity_available = $2, capacity_as_of = $3 where id = $1",
              [ids[index], place.capacityAvailable, place.capacityAsOf],
            );
          await asSystem(db, here, (ctx) => writeSearchRows(ctx, [id]));
          const { rows } = await db.owner.query<Record<string, unknown>>(
            `select s.capacity_status::text as status, s.capacity_as_of as "asOf", (c.card ->> 'capacityAvailable')::int as available
             from listing_search s join listing_card c using (jurisdiction_id, service_id, place_no)
             where s.service_id = $1 order by s.place_no`,
            [id],
          );
          const whole = { status, available, asOf };
          expect([at, rows]).toEqual([at, places.map((place) => capacityAtPlace(whole, places, place))]);
          const lead = await db.owner.query<{ place_no: number }>(
            "select place_no from listing_words where service_id = $1",
            [id],
          );
          const [expected] = leadFirst(whole, places);
          expect([at, lead.rows[0]?.place_no]).toEqual([at, places.findIndex((one) => one === expected) + 1]);
        }
}, 60_000);
