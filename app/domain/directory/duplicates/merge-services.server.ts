import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { Conflict, Invalid } from "../../kernel/errors";
import { changeListing, findListing } from "../reading/find-listing.server";
import type { ListingRow } from "../reading/listing-row";
import { joinListings } from "../safety/join-listings.server";
import { listingHolds } from "../safety/listing-hold.server";
import type { PairRow } from "./find-pair.server";
import { choosableFields, tellingFields } from "./merge-record";
import { readBefore, writeMerge } from "./write-merge.server";

export type MergeChoice = {
  keptId: string;
  mergedId: string;
  keptVersion: number;
  mergedVersion: number;
  takeFields: readonly string[];
};

/** The values that the kept listing takes over, by column. */
function takenValues(from: ListingRow, fields: readonly string[]): Prisma.ServiceUncheckedUpdateManyInput {
  const unknown = fields.filter((field) => !(field in choosableFields.service));
  if (unknown.length > 0) throw new Invalid({ takeFields: ["unknown"] });
  return Object.fromEntries(fields.map((field) => [field, from[field as keyof ListingRow]]));
}

/**
 * Where one of the two is held or confidential both become so. Throws Conflict held_elsewhere where they are of two organizations:
 * those are joined first, with their hold; Invalid held_words where words would be taken over: the history tells both.
 */
async function readHolds(ctx: Ctx, kept: ListingRow, merged: ListingRow, fields: readonly string[]) {
  const holds = await listingHolds(ctx, [kept.id, merged.id]);
  const some = holds.some((one) => one.hold !== null || one.confidential);
  if (some && kept.organizationId !== merged.organizationId) throw new Conflict("held_elsewhere");
  if (holds.some((one) => one.hold !== null) && tellingFields(fields).length > 0)
    throw new Invalid({ takeFields: ["held_words"] });
  return holds;
}

/**
 * One listing goes into another: it is never shown again, its page leads to the kept one, and its referrals and history stay
 * where they are. Inside mergePair.
 */
export async function mergeServices(ctx: Ctx, pair: PairRow, choice: MergeChoice): Promise<string> {
  const kept = await findListing(ctx, "write", choice.keptId);
  const merged = await findListing(ctx, "write", choice.mergedId);
  if (kept.mergedIntoId || merged.mergedIntoId) throw new Conflict("merged");
  if (kept.listingState === "do_not_list") throw new Conflict("do_not_list");
  const earlier = await ctx.tx.service.findMany({ where: { mergedIntoId: merged.id }, select: { id: true } });
  const ids = [kept.id, merged.id, ...earlier.map(({ id }) => id)];
  const before = await readBefore(ctx, { service: ids });
  const holds = await readHolds(ctx, kept, merged, choice.takeFields);
  const confidential = holds.some((one) => one.confidential);
  const taken = { ...takenValues(merged, choice.takeFields), ...(confidential && { confidential }) };
  await changeListing(ctx, "write", { before: kept, version: choice.keptVersion }, taken, {
    action: "merge",
  });
  const gone = { mergedIntoId: kept.id, listingState: "unpublished" as const };
  await changeListing(ctx, "write", { before: merged, version: choice.mergedVersion }, gone, {
    action: "merge",
  });
  await ctx.tx.service.updateMany({ where: { mergedIntoId: merged.id }, data: { mergedIntoId: kept.id } });
  await joinListings(ctx, [kept, merged], holds);
  return writeMerge(ctx, { pair, keptId: kept.id, mergedId: merged.id, before, moved: [] });
}
