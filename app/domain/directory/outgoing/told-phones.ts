import type { Prisma } from "~/db/generated/client";

const toldPlace = {
  OR: [
    {
      visibility: { not: "hidden" },
      serviceAtLocations: { none: { service: { confidential: true } } },
    },
    { tellsWhileHidden: { has: "phone" } },
  ],
} satisfies Prisma.LocationWhereInput;
const here = {
  AND: [
    { OR: [{ locationId: null }, { location: toldPlace }] },
    { OR: [{ serviceAtLocationId: null }, { serviceAtLocation: { location: toldPlace } }] },
  ],
} satisfies Prisma.PhoneWhereInput & Prisma.ContactWhereInput;

/** Phones that no hidden place keeps to itself: kept-back.ts says the same in SQL. */
export const toldPhones = {
  AND: [here, { OR: [{ contactId: null }, { contact: here }] }],
} satisfies Prisma.PhoneWhereInput;
