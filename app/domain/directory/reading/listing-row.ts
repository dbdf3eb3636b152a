import type { Prisma } from "~/db/generated/client";

/** What belongs to a listing, in an order that is the same every time. */
export const listingParts = {
  organization: { select: { name: true, victimServiceProvider: true, part2Program: true } },
  phones: { orderBy: { id: "asc" } },
  schedules: { orderBy: { id: "asc" } },
  areas: { orderBy: { id: "asc" } },
  requiredDocuments: { orderBy: { id: "asc" } },
  eligibility: { orderBy: [{ kind: "asc" }, { id: "asc" }] },
  funding: { orderBy: { id: "asc" } },
  capacities: { orderBy: [{ ageMinMonths: "asc" }, { id: "asc" }] },
  serviceAtLocations: {
    orderBy: { id: "asc" },
    include: {
      areas: { orderBy: { id: "asc" } },
      schedules: { orderBy: { id: "asc" } },
      location: {
        include: {
          addresses: { orderBy: { id: "asc" } },
          accessibility: { orderBy: { id: "asc" } },
          // The place's own, whoever is given there.
          schedules: { where: { serviceId: null, serviceAtLocationId: null }, orderBy: { id: "asc" } },
        },
      },
    },
  },
} satisfies Prisma.ServiceInclude;

/** A listing with its parts. */
export type ListingRow = Prisma.ServiceGetPayload<{ include: typeof listingParts }>;
export type ListingPlace = ListingRow["serviceAtLocations"][number];
