import { getListing, searchListings } from "~/domain/directory/index.server";
import { placeOfZip } from "~/domain/directory/places/places";
import { emptyCriteria } from "~/domain/directory/search/search-criteria";
import type { Role } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import { newId } from "~/domain/kernel/ids";
import type { TestDatabase } from "./database";
import { makeJurisdiction, makeListing, makeOrganization, testClock } from "./listing-rows";

/** Two organizations with people who edit listings, and what a search finds of one. */
export async function listingPlaces(db: TestDatabase) {
  const here = await makeJurisdiction(db, "places");
  const mine = await makeOrganization(db, here, "Rosewood Community Partners");
  const theirs = await makeOrganization(db, here, "Casa del Puente");
  const userId = newId();
  const as = <T>(role: Role, organizationId: string | null, run: (ctx: Ctx) => Promise<T>): Promise<T> => {
    const person = { userId, membershipId: userId, teamName: null, name: "Test P." };
    const actor = { kind: "staff" as const, role, jurisdictionId: here, organizationId, ...person };
    return db.inTransaction({ jurisdictionId: here, organizationId }, (tx) =>
      run({ actor, tx, clock: testClock }),
    );
  };
  const manager = <T>(run: (ctx: Ctx) => Promise<T>) => as("provider_manager", mine, run);
  const admin = <T>(run: (ctx: Ctx) => Promise<T>) => as("jurisdiction_admin", null, run);
  return {
    here,
    mine,
    theirs,
    manager,
    admin,
    read: (id: string) => manager(async (ctx) => (await getListing(ctx, { id })).row),
    listing: (name: string, organizationId = mine) =>
      makeListing(db, here, {
        service: {
          organizationId,
          name,
          needCodes: ["respite"],
          publishedAt: testClock.now(),
          deliveryModes: ["centre"],
        },
        location: { latitude: 39.3453, longitude: -76.6843, street: "1 First Street" },
        areas: [{ extentType: "county", codes: ["24510"] }],
      }),
    /** Where a search around a ZIP finds the listing, with what it says of area, town and hours. */
    found: async (id: string, zip: string) => {
      const place = placeOfZip(zip);
      const criteria = { ...emptyCriteria, needs: ["respite"], place, radiusMiles: 3 };
      const { results } = await manager((ctx) => searchListings(ctx, { criteria }));
      return results
        .filter((one) => one.serviceId === id)
        .map((one) => ({
          area: one.match.rules.find((rule) => rule.rule === "area")?.detail,
          town: one.card.address?.city ?? null,
          hours: one.card.schedules.map((hours) => hours.byday.join("")),
        }));
    },
  };
}
