import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";
import type { Room } from "../openings/capacity";
import { type Freshness, freshnessOf, isDue } from "./freshness";
import { wholeOfPlaces } from "../openings/capacity-at-place";
import { roomOfRow } from "./get-listing.server";
import { type ListedPlace, listedPlaces } from "./listed-places";

export interface ListedListing {
  id: string;
  version: number;
  slug: string;
  name: string;
  organizationName: string;
  state: string;
  paused: boolean;
  available: number | null;
  waitlistLength: number | null;
  waitlistDays: number | null;
  room: Room;
  freshness: Freshness;
  due: boolean;
  /** When a person last checked it. */
  assuredAt: Date | null;
  /** Its open places, where there are several. */
  places: ListedPlace[];
  /** Its openings are counted by place: its own number is their sum. */
  byPlace: boolean;
}

/** Where it is given, and what was counted there. */
const withPlaces = {
  where: { closedAt: null },
  orderBy: { id: "asc" },
  select: {
    id: true,
    capacityAvailable: true,
    capacityAsOf: true,
    location: {
      select: {
        name: true,
        visibility: true,
        addresses: {
          select: { addressType: true, address1: true, city: true },
          orderBy: { id: "asc" },
        },
      },
    },
  },
} as const;

/** The listings the actor keeps, by name; at most 200. Throws Forbidden. */
export async function listListings(ctx: Ctx): Promise<ListedListing[]> {
  const rows = await ctx.tx.service.findMany({
    where: { AND: [whereFor(ctx, "list", "Service"), { listingState: { not: "do_not_list" } }] },
    include: { organization: { select: { name: true } }, serviceAtLocations: withPlaces },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 200,
  });
  const now = ctx.clock.now();
  return rows.map((row) => {
    const freshness = freshnessOf(row, now);
    const room = roomOfRow(row, now);
    return {
      id: row.id,
      version: row.version,
      slug: row.slug,
      name: row.name,
      organizationName: row.organization.name,
      state: row.listingState,
      assuredAt: row.assuredAt,
      paused: row.status === "temporarily_closed",
      // A count that is too old to be said is said nowhere.
      available: room.kind === "unknown" ? null : row.capacityAvailable,
      waitlistLength: row.waitlistLength,
      waitlistDays: row.waitlistDays,
      room,
      freshness,
      due: row.listingState === "published" && isDue(freshness),
      places: listedPlaces(row.serviceAtLocations, now),
      byPlace: wholeOfPlaces(row.serviceAtLocations) !== null,
    };
  });
}
