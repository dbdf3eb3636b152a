import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";
import type { Room } from "../openings/capacity";
import { type Freshness, freshnessOf, isDue } from "./freshness";
import { roomOfRow } from "./get-listing.server";

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
}

/** The listings the actor keeps, by name; at most 200. Throws Forbidden. */
export async function listListings(ctx: Ctx): Promise<ListedListing[]> {
  const rows = await ctx.tx.service.findMany({
    where: { AND: [whereFor(ctx, "list", "Service"), { listingState: { not: "do_not_list" } }] },
    include: { organization: { select: { name: true } } },
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
    };
  });
}
