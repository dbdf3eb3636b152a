import type { ListingCheck } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { Forbidden, NotFound } from "../../kernel/errors";
import { hashToken } from "../../kernel/ids";
import { findListing } from "../reading/find-listing.server";
import type { ListingRow } from "../reading/listing-row";

/** Whoever holds a check's link acts as its mail, inside its jurisdiction; the reach is the one listing of the link. */
export function asCheck(ctx: Ctx): Ctx {
  const { jurisdictionId } = ctx.actor;
  return { ...ctx, actor: { kind: "system", name: "listing-check", jurisdictionId } };
}

/** The check of a link and its listing. Only for who comes by the link; NotFound for an unknown one. */
export async function findCheck(ctx: Ctx, token: string): Promise<{ check: ListingCheck; row: ListingRow }> {
  if (ctx.actor.kind !== "public") throw new Forbidden();
  const check = await ctx.tx.listingCheck.findFirst({
    where: { tokenHash: hashToken(token), jurisdictionId: ctx.actor.jurisdictionId },
  });
  if (!check) throw new NotFound();
  return { check, row: await findListing(asCheck(ctx), "confirm", check.serviceId) };
}
