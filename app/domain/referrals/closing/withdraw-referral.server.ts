import type { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { announce, can } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { withdrawReferralSchema } from "../states/act-on-referral.schema";
import { changeReferralStatus } from "../states/change-referral-status.server";
import { endSharing } from "../family/end-sharing.server";
import { revokeConsent } from "../family/revoke-consent.server";
import { takesPermissionBack } from "../family/takes-permission-back";
import { findReferral } from "../reading/find-referral.server";
import { edgeBetween } from "../states/referral-status";
import { takeBackSealed } from "./take-back-sealed.server";
import type { ActResult } from "../reading/referral-views";

/**
 * Takes a referral back, with a reason. Once a provider has accepted, a sender may only ask for it
 * (Conflict request_withdrawal: see requestWithdrawal); a supervisor forces it. That the family stopped sharing ends the
 * permission too, as on the family's own page and whatever the provider had answered.
 * A sealed one is taken back by either, at any time (takeBackSealed).
 */
export async function withdrawReferral(
  ctx: Ctx,
  input: z.input<typeof withdrawReferralSchema>,
): Promise<ActResult> {
  const { referralId, version, reasonCode, reasonText } = parseInput(withdrawReferralSchema, input);
  const row = await findReferral(ctx, "withdraw", referralId);
  const permissionEnds = takesPermissionBack(row, reasonCode);
  if (row.sealed) {
    if (permissionEnds && row.consentId) await revokeConsent(ctx, row.consentId);
    return takeBackSealed(ctx, row, { version, reasonCode, reasonText });
  }
  if (permissionEnds) return endSharing(ctx, row, "withdraw");
  const edge = edgeBetween(row.status, "withdrawn");
  if (edge && !edge.by.includes("sender") && !can(ctx, "override", "ServiceReferral")) {
    throw new Conflict("request_withdrawal");
  }
  const result = await changeReferralStatus(ctx, row, {
    verb: "withdraw",
    to: "withdrawn",
    version,
    reason: { code: reasonCode, party: "sender", text: reasonText },
    data: { takenBackAt: ctx.clock.now() },
  });
  if (row.sentAt) {
    const toOrganizationId = row.receivingOrganizationId;
    await announce(ctx, { template: "referral-withdrawn", toOrganizationId, params: { referralId } });
  }
  return result;
}
