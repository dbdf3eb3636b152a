import { expect, it } from "vitest";
import { testDatabase } from "../../tests/setup/database";
import { asSystem } from "../../tests/setup/listing-rows";
import { systemClock } from "~/domain/kernel/clock";
import { readSearch, searchListings } from "~/domain/directory/index.server";
import { harborId, seedStory } from "../seed";

const db = await testDatabase();

it("tells the story once, and the intake line finds it in the mockup's order", async () => {
  await seedStory();
  const count = () => db.prisma.service.count();
  const before = await count();
  await seedStory();
  expect(await count()).toBe(before);
  const found = await asSystem(db, harborId, async (ctx) => {
    const now = { ...ctx, clock: systemClock };
    const { criteria } = await readSearch(now, { line: "parenting 21215 spanish evening" });
    return searchListings(now, { criteria });
  });
  expect(found.results.slice(0, 4).map((r) => r.card.name)).toEqual([
    "Spanish Evening Parenting Group",
    "Parents Together Home Visits",
    "Fathers' Circle",
    "Familias Fuertes Parenting Class",
  ]);
  expect(found.results[0]?.room).toMatchObject({ kind: "openings", available: 3 });
  expect(found.closed.map((r) => r.card.name)).toEqual(["Teen Parent Mentors"]);
});
