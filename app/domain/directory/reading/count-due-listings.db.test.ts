import { expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import {
  asSystem,
  makeJurisdiction,
  makeListing,
  makeOrganization,
  testClock,
} from "../../../../tests/setup/listing-rows";
import { countDueListings, listListings } from "../index.server";

const db = await testDatabase();

it("counts the listings that the list calls due, at each edge", async () => {
  const here = await makeJurisdiction(db, "harbor");
  const organizationId = await makeOrganization(db, here, "Rosewood Community Partners");
  const ago = (days: number, more = 0) => new Date(testClock.now().getTime() - days * 86_400_000 - more);
  const add = (name: string, assuredAt: Date | null, capacityAsOf: Date | null, listingState?: "draft") =>
    makeListing(db, here, {
      service: { organizationId, name, assuredAt, capacityAsOf, ...(listingState && { listingState }) },
    });
  for (const days of [0, 9, 10, 14, 15, 74, 75, 76, 150, 271])
    for (const more of [-1, 0, 1]) {
      await add(`checked ${days} ${more}`, ago(days, more), ago(1));
      await add(`told ${days} ${more}`, ago(1), ago(days, more));
    }
  await add("never told", ago(1), null);
  await add("never checked", null, ago(1));
  await add("a draft", null, null, "draft");
  const listed = await asSystem(db, here, (ctx) => listListings(ctx));
  const due = listed.filter((one) => one.due);
  expect(due.length).toBeGreaterThan(20);
  expect(await asSystem(db, here, (ctx) => countDueListings(ctx))).toBe(due.length);
});
