import type { Ctx } from "../../kernel/context";
import { Forbidden } from "../../kernel/errors";
import { hashToken } from "../../kernel/ids";
import { findListing } from "../reading/find-listing.server";
import type { ListingResult } from "../reading/listing-card";
import { previewListing } from "../reading/listing-preview";
import { checkState } from "./check-state";

export interface CheckToMail {
  token: string;
  kind: string;
  turn: number;
  listing: ListingResult;
}

/**
 * What a mail about checks says: each listing that can still be confirmed, as families see it, with the token of its link,
 * which `tokenOf` makes from the check's id and which is stored only hashed. System only.
 */
export async function mailListingChecks(
  ctx: Ctx,
  input: { checkIds: readonly string[]; tokenOf: (checkId: string) => string },
): Promise<CheckToMail[]> {
  if (ctx.actor.kind !== "system") throw new Forbidden();
  const { jurisdictionId } = ctx.actor;
  const checks = await ctx.tx.listingCheck.findMany({
    where: { jurisdictionId, id: { in: [...input.checkIds] } },
    orderBy: { id: "asc" },
  });
  const told: CheckToMail[] = [];
  for (const { id, kind, turn, serviceId, ...facts } of checks) {
    const row = await findListing(ctx, "confirm", serviceId);
    if (checkState(facts, row, ctx.clock.now()) !== "open") continue;
    const token = input.tokenOf(id);
    await ctx.tx.listingCheck.updateMany({
      where: { id, jurisdictionId },
      data: { tokenHash: hashToken(token) },
    });
    told.push({ token, kind, turn, listing: previewListing(row, ctx.clock.now()) });
  }
  return told;
}
