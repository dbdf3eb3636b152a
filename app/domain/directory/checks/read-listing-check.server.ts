import type { Ctx } from "../../kernel/context";
import { type CheckState, checkState } from "./check-state";
import { findCheck } from "./find-check.server";
import type { ListingResult } from "../reading/listing-card";
import { previewListing } from "../reading/listing-preview";

export interface ReadCheck {
  state: CheckState;
  kind: string;
  outcome: string | null;
  usedAt: Date | null;
  organizationId: string;
  listingId: string;
  slug: string;
  /** Somebody of the organization can sign in and change it. */
  hasPeople: boolean;
  /** The listing as families see it; of a hidden place nothing is in it. */
  listing: ListingResult;
}

/** What a check's link shows. Changes nothing: mail scanners open links. Throws NotFound for an unknown link, Forbidden for who is signed in. */
export async function readListingCheck(ctx: Ctx, input: { token: string }): Promise<ReadCheck> {
  const { check, row } = await findCheck(ctx, input.token);
  const { jurisdictionId } = ctx.actor;
  const people = await ctx.tx.membership.count({
    where: { jurisdictionId, organizationId: row.organizationId, endedAt: null },
  });
  return {
    state: checkState(check, row, ctx.clock.now()),
    kind: check.kind,
    outcome: check.outcome,
    usedAt: check.usedAt,
    organizationId: row.organizationId,
    listingId: row.id,
    slug: row.slug,
    hasPeople: people > 0,
    listing: previewListing(row, ctx.clock.now()),
  };
}
