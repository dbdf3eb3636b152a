import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { type CapacityCode, type Room, roomOf } from "../openings/capacity";
import { listPlacesStillShown, type PlaceStillShown } from "../places/list-places-still-shown.server";
import { withNames } from "../outgoing/remember-names.server";
import { toldOfService } from "../outgoing/told-words";
import { findListing } from "./find-listing.server";
import type { ListingRow } from "./listing-row";
import { type Freshness, freshnessOf, isDue } from "./freshness";
import { type ListingSection, type SectionState, sectionProgress } from "../editing/listing-sections";

type Openings = Pick<
  ListingRow,
  "capacityStatus" | "capacityAvailable" | "capacityAsOf" | "waitlistDays" | "acceptsReferrals" | "status"
>;

/** Room as it may be said now. */
export function roomOfRow(row: Openings, now: Date): Room {
  return roomOf(
    {
      status: row.capacityStatus as CapacityCode | null,
      available: row.capacityAvailable,
      asOf: row.capacityAsOf,
      waitlistDays: row.waitlistDays,
      acceptsReferrals: row.acceptsReferrals && row.status !== "temporarily_closed",
    },
    now,
  );
}

export interface OwnListing {
  row: ListingRow;
  room: Room;
  freshness: Freshness;
  due: boolean;
  progress: Record<ListingSection, SectionState>;
  /** Its texts that name a place which is not shown: what names it is left out wherever they leave. */
  withheld: string[];
  /** Places of the same organization that show the street of one that this listing hides. */
  stillShown: PlaceStillShown[];
}

/** HSDS names of the listing's columns in which words are left out. */
async function withheldTexts(ctx: Ctx, id: string): Promise<string[]> {
  const asked = toldOfService.map(
    ({ column, told, ref }) => `case when ${told} is distinct from ${ref} then '${column}' end`,
  );
  const rows = await withNames(
    ctx,
    () => ctx.tx.$queryRaw<{ withheld: string[] }[]>`
    select array_remove(array[${Prisma.raw(asked.join(", "))}], null) as withheld from service s
    where s.id = ${id}::uuid and s.jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid`,
  );
  return rows[0]?.withheld ?? [];
}

/** One listing of the actor's own organization (or jurisdiction, for its administrator) with everything in it. Throws NotFound. */
export async function getListing(ctx: Ctx, input: { id: string }): Promise<OwnListing> {
  const row = await findListing(ctx, "list", input.id);
  const now = ctx.clock.now();
  const freshness = freshnessOf(row, now);
  return {
    row,
    room: roomOfRow(row, now),
    freshness,
    due: isDue(freshness),
    progress: sectionProgress(row.sections),
    withheld: await withheldTexts(ctx, row.id),
    stillShown: await listPlacesStillShown(ctx, row),
  };
}
