import type { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { announce } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { withdrawReferralSchema } from "../states/act-on-referral.schema";
import { endSharing } from "../family/end-sharing.server";
import { takesPermissionBack } from "../family/takes-permission-back";
import { findReferral } from "../reading/find-referral.server";
import { noteOnReferral } from "../states/note-on-referral.server";
import { edgeBetween } from "../states/referral-status";
import type { ActResult } from "../reading/referral-views";

/**
 * Asks a provider that has accepted to let the referral go; the provider confirms with confirmWithdrawal. Where the family
 * stopped sharing nobody is asked: it ends at once.
 */
export async function requestWithdrawal(
  ctx: Ctx,
  input: z.input<typeof withdrawReferralSchema>,
): Promise<ActResult> {
  const { referralId, version, reasonCode } = parseInput(withdrawReferralSchema, input);
  const row = await findReferral(ctx, "withdraw", referralId);
  if (!row.sealed && takesPermissionBack(row, reasonCode)) return endSharing(ctx, row, "withdraw");
  // Of a sealed one it is taken back in one press, accepted or not.
  if (row.sealed || !edgeBetween(row.status, "withdrawn")?.by.includes("provider"))
    throw new Conflict("not_possible_now");
  const event = "referral.withdrawal_requested";
  const result = await noteOnReferral(ctx, row, { verb: "withdraw", event, version, reasonCode });
  const toOrganizationId = row.receivingOrganizationId;
  await announce(ctx, { template: "referral-withdrawal-asked", toOrganizationId, params: { referralId } });
  return result;
}
