import { database } from "~/db/client.server";
import { inTransaction } from "~/db/transaction.server";
import {
  createListing,
  pauseListing,
  publishListing,
  saveListingSection,
} from "~/domain/directory/index.server";
import { listingSections } from "~/domain/directory/editing/listing-sections";
import { createOrganization } from "~/domain/organizations/index.server";
import { type Clock, fixedClock, systemClock } from "~/domain/kernel/clock";
import type { Ctx } from "~/domain/kernel/context";
import { earlier } from "~/domain/kernel/durations";
import { harborStory } from "./harbor-listings";
import type { StoryListing, StoryOrganization } from "./listing-story";
import { riversideStory } from "./riverside-listings";

const daysBefore = (now: Date, days: number): Clock => fixedClock(earlier(now, { days }).toISOString());

/** Writes one program as its provider would: section by section, then published on the day it was last checked. */
async function seedListing(
  ctx: Ctx,
  now: Date,
  organizationId: string,
  listing: StoryListing,
): Promise<void> {
  const checked = { ...ctx, clock: daysBefore(now, listing.checked) };
  const set = { ...ctx, clock: daysBefore(now, listing.openings ?? listing.checked) };
  const id = await createListing(checked, {
    id: listing.id,
    organizationId,
    name: String(listing.sections.basics.name),
  });
  let version = 1;
  for (const section of listingSections) {
    const at = section === "openings" ? set : checked;
    version = await saveListingSection(at, { id, version, section, values: listing.sections[section] });
  }
  await publishListing(checked, { id, version });
  if (listing.paused) await pauseListing(checked, { id, version: version + 1, paused: true });
}

async function seedOrganization(
  jurisdictionId: string,
  now: Date,
  { listings, ...organization }: StoryOrganization,
): Promise<void> {
  await inTransaction(
    { jurisdictionId },
    async (tx) => {
      const ctx: Ctx = {
        actor: { kind: "system", name: "seed", jurisdictionId },
        tx,
        clock: daysBefore(now, 200),
      };
      if (await tx.organization.count({ where: { id: organization.id } })) return;
      await createOrganization(ctx, organization);
      for (const listing of listings) await seedListing(ctx, now, organization.id, listing);
    },
    { timeout: 60_000 },
  );
}

/** Where the two jurisdictions of the story are, and the phones their pages show. */
async function seedPlaces(harborId: string, riversideId: string): Promise<void> {
  const places = [
    {
      id: harborId,
      latitude: 39.3453,
      longitude: -76.6843,
      supportPhone: "(410) 555-0100",
      crisisPhone: "988",
    },
    {
      id: riversideId,
      latitude: 38.9585,
      longitude: -76.4916,
      supportPhone: "(410) 555-0200",
      crisisPhone: "988",
    },
  ];
  for (const { id, ...data } of places)
    await database().prisma.jurisdiction.updateMany({ where: { id, latitude: null }, data });
}

/** Organizations and listings of the told story, through the operations their providers use. Repeating it adds nothing. */
export async function seedListings(
  harborId: string,
  riversideId: string,
  clock: Clock = systemClock,
): Promise<void> {
  const now = clock.now();
  await seedPlaces(harborId, riversideId);
  for (const organization of harborStory) await seedOrganization(harborId, now, organization);
  for (const organization of riversideStory) await seedOrganization(riversideId, now, organization);
}
