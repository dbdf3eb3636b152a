import { database } from "~/db/client.server";
import { nameOfEmpty } from "~/domain/jurisdiction/kept-jurisdiction";
import { type Clock, systemClock } from "~/domain/kernel/clock";
import { seedAgencyRecords } from "./seeds/agency-records";
import { seedGoals } from "./seeds/goal-story";
import { seedListings } from "./seeds/listings";
import { seedPeople } from "./seeds/people";
import { seedFamilies } from "./seeds/story";

/** Fixed, so that the story and its tests can name them. */
export const harborId = "0199a000-0000-7000-8000-000000000001";
export const riversideId = "0199a000-0000-7000-8000-000000000002";

/** A jurisdiction to begin with, for a portal without the story. */
export async function seedEmpty(): Promise<void> {
  await database().prisma.jurisdiction.createMany({
    data: [{ slug: "default", name: nameOfEmpty }],
    skipDuplicates: true,
  });
}

/** The two jurisdictions of the story, still without settings. */
async function seedPlaces(): Promise<void> {
  await database().prisma.jurisdiction.createMany({
    data: [
      { id: harborId, slug: "harbor", name: "Harbor County", createdAt: new Date("2026-01-05T14:00:00Z") },
      {
        id: riversideId,
        slug: "riverside",
        name: "Riverside Bay",
        createdAt: new Date("2026-01-05T14:00:01Z"),
      },
    ],
    skipDuplicates: true,
  });
}

/** The told story, as it stands at the clock's now. Repeating it adds nothing. */
export async function seedStory(clock: Clock = systemClock): Promise<void> {
  await seedPlaces();
  await seedListings(harborId, riversideId, clock);
  const places = { harbor: harborId, riverside: riversideId };
  await seedPeople(places);
  await seedGoals(places);
  await seedFamilies(places, clock);
  await seedAgencyRecords(harborId);
}
