import type { Ctx } from "../../kernel/context";
import { type CheckState, checkState } from "./check-state";
import { noteMailboxAnswered } from "../../organizations/index.server";
import { confirmRow } from "../editing/confirm-listing.server";
import { asCheck, findCheck } from "./find-check.server";

/**
 * "Still right" by the link of a mail: confirms the listing once, as its provider; a link that is used, too old or
 * overtaken changes nothing. Answers what the link could do when it was pressed. Throws NotFound, Conflict.
 */
export async function confirmByCheck(ctx: Ctx, input: { token: string }): Promise<CheckState> {
  const { check, row } = await findCheck(ctx, input.token);
  const state = checkState(check, row, ctx.clock.now());
  if (state !== "open") return state;
  await confirmRow(asCheck(ctx), row, check.listingVersion, { changedBy: "provider", reason: "mail_link" });
  await noteMailboxAnswered(ctx, { organizationId: row.organizationId });
  return state;
}
