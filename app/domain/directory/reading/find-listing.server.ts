import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { Conflict, NotFound } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import { whereFor } from "../../kernel/index.server";
import { compareFields, fieldsOfListing } from "../history/fields-of-listing.server";
import { columnToText } from "../history/listing-columns";
import { type ChangedBy, type FieldAction, recordFieldChanges } from "../history/record-field-changes.server";
import { mirrorListingRows } from "../search-index/mirror-listing-rows.server";
import { writeSearchRows } from "../search-index/write-search-rows.server";
import { type ListingRow, listingParts } from "./listing-row";

/** The one listing that the actor may reach with the verb, with its parts. NotFound for any other id. */
export async function findListing(ctx: Ctx, verb: string, id: string): Promise<ListingRow> {
  const reach = whereFor(ctx, verb, "Service");
  const row = isId(id)
    ? await ctx.tx.service.findFirst({ where: { AND: [reach, { id }] }, include: listingParts })
    : null;
  if (!row) throw new NotFound();
  return row;
}

/** The other listings that are given at a location, whoever keeps them, with their parts. */
export async function listingsAt(ctx: Ctx, locationId: string, apartFrom: string): Promise<ListingRow[]> {
  return ctx.tx.service.findMany({
    where: {
      jurisdictionId: ctx.actor.jurisdictionId,
      id: { not: apartFrom },
      mergedIntoId: null,
      serviceAtLocations: { some: { locationId } },
    },
    include: listingParts,
    orderBy: { id: "asc" },
  });
}

/** Drafts change all the time; of one that was never published only its change of state is told. */
function isNew(before: ListingRow): boolean {
  return before.publishedAt === null && ["draft", "in_review"].includes(before.listingState);
}

/** How a change is told: what was done, and by whose word where that is not the actor's own. */
export type Told = { action: FieldAction; changedBy?: ChangedBy };

/** What differs between a listing as it was read and as it is now, in its history. A check is told though the day is the same. */
async function tellHistory(ctx: Ctx, before: ListingRow, { action, changedBy }: Told): Promise<void> {
  const after = await ctx.tx.service.findUniqueOrThrow({ where: { id: before.id }, include: listingParts });
  const all = compareFields(fieldsOfListing(before), fieldsOfListing(after));
  const changes = isNew(before) ? all.filter((one) => one.field === "listing_state") : all;
  const checked = { entity: "service", entityId: before.id, field: "assured_date" };
  const day = columnToText(after.assuredAt);
  if (action === "confirm" && !changes.some((one) => one.field === "assured_date"))
    changes.push({ ...checked, previous: day, replacement: day });
  const { id: serviceId, organizationId } = before;
  await recordFieldChanges(ctx, [{ serviceId, organizationId, action, changedBy, changes }]);
}

/**
 * Changes a listing the actor may reach with the verb and that still has the version the page showed, writes its history
 * (against `before`, read ahead of any change of its parts) and its search rows. Throws NotFound when it is out of reach,
 * Conflict when somebody was faster.
 */
export async function changeListing(
  ctx: Ctx,
  verb: string,
  { before, version }: { before: ListingRow; version: number },
  data: Prisma.ServiceUncheckedUpdateManyInput,
  told: Told = { action: "update" },
): Promise<void> {
  const reach = whereFor(ctx, verb, "Service");
  const { count } = await ctx.tx.service.updateMany({
    where: { AND: [reach, { id: before.id, version }] },
    data: { ...data, version: { increment: 1 }, lastModified: ctx.clock.now() },
  });
  if (count === 0) throw new Conflict("listing_changed");
  await tellHistory(ctx, before, told);
  await mirrorListingRows(ctx, [before.id], { languagesSaid: data.staffLanguages !== undefined });
  await writeSearchRows(ctx, [before.id]);
}
