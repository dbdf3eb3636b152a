import type { Prisma } from "~/db/generated/client";
import { writeSearchRows } from "~/domain/directory/search-index/write-search-rows.server";
import { type Clock, fixedClock } from "~/domain/kernel/clock";
import type { Ctx } from "~/domain/kernel/context";
import { newId } from "~/domain/kernel/ids";
import type { TestDatabase } from "./database";

export const testClock: Clock = fixedClock("2026-11-21T15:00:00Z");

/** Runs as the system inside one jurisdiction. */
export function asSystem<T>(
  db: TestDatabase,
  jurisdictionId: string,
  run: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  return db.inTransaction({ jurisdictionId }, (tx) =>
    run({ actor: { kind: "system", name: "test", jurisdictionId }, tx, clock: testClock }),
  );
}

export async function makeJurisdiction(db: TestDatabase, slug: string): Promise<string> {
  const row = { id: newId(), slug, name: slug, latitude: 39.3453, longitude: -76.6843 };
  await db.prisma.jurisdiction.create({ data: row });
  return row.id;
}

export async function makeOrganization(
  db: TestDatabase,
  jurisdictionId: string,
  name: string,
): Promise<string> {
  const id = newId();
  await asSystem(db, jurisdictionId, (ctx) =>
    ctx.tx.organization.create({ data: { id, jurisdictionId, name, status: "active" } }),
  );
  return id;
}

export interface ListingInput {
  service: Partial<Prisma.ServiceUncheckedCreateInput> & { name: string; organizationId: string };
  location?: Partial<Prisma.LocationUncheckedCreateInput> & { street?: string; city?: string };
  areas?: { extentType: string; codes: string[] }[];
  /** Stated caregiver roles. */
  roles?: string[];
  /** Openings by age or language. */
  bands?: Pick<
    Prisma.ServiceCapacityUncheckedCreateInput,
    "ageMinMonths" | "ageMaxMonths" | "language" | "available" | "updated"
  >[];
}

/** One published listing, written directly, with its search rows. */
export async function makeListing(
  db: TestDatabase,
  jurisdictionId: string,
  input: ListingInput,
): Promise<string> {
  return asSystem(db, jurisdictionId, async (ctx) => {
    const id = input.service.id ?? newId();
    await ctx.tx.service.create({
      data: {
        slug: id,
        jurisdictionId,
        listingState: "published",
        needCodes: ["parenting_support"],
        ...input.service,
        id,
      },
    });
    if (input.location) {
      const { street, city, ...place } = input.location;
      const location = {
        id: newId(),
        jurisdictionId,
        organizationId: input.service.organizationId,
        ...place,
      };
      await ctx.tx.location.create({ data: location });
      await ctx.tx.serviceAtLocation.create({
        data: { id: newId(), jurisdictionId, serviceId: id, locationId: location.id },
      });
      const address = {
        id: newId(),
        jurisdictionId,
        locationId: location.id,
        stateProvince: "MD",
        postalCode: "21215",
      };
      if (street)
        await ctx.tx.address.create({ data: { ...address, address1: street, city: city ?? "Baltimore" } });
    }
    for (const area of input.areas ?? [])
      await ctx.tx.serviceArea.create({ data: { id: newId(), jurisdictionId, serviceId: id, ...area } });
    const own = () => ({ id: newId(), jurisdictionId, serviceId: id });
    if (input.roles?.length)
      await ctx.tx.eligibilityRule.create({ data: { ...own(), kind: "caregiver_role", codes: input.roles } });
    for (const band of input.bands ?? []) {
      const unitId = newId();
      await ctx.tx.unit.create({ data: { id: unitId, jurisdictionId, name: "opening" } });
      await ctx.tx.serviceCapacity.create({ data: { ...own(), ...band, unitId } });
    }
    await writeSearchRows(ctx, [id]);
    return id;
  });
}
