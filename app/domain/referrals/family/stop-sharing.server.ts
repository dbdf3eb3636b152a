import type { z } from "zod";
import type { ServiceReferral } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { announce } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { byReferralId } from "../states/act-on-referral.schema";
import { changeReferralStatus } from "../states/change-referral-status.server";
import { concludeReferral } from "../states/conclude-referral";
import { findReferral } from "../reading/find-referral.server";
import { revokeConsent } from "./revoke-consent.server";
import { tellSender } from "../following/tell-sender.server";

async function withdraw(ctx: Ctx, row: ServiceReferral): Promise<void> {
  const conclusion = concludeReferral(row.status, "consent_revoked");
  if (!conclusion) return;
  await changeReferralStatus(ctx, row, {
    verb: "stop_sharing",
    to: conclusion.status,
    version: null,
    reason: { code: "consent_withdrawn", party: conclusion.party ?? "sender" },
  });
}

/**
 * The family takes its permission back: from now on the provider sees nothing of it, an open referral is withdrawn,
 * a closed one stays as it ended, and what happened stays in the audit. Conflict when nothing is shared.
 */
export async function stopSharing(
  ctx: Ctx,
  input: z.input<typeof byReferralId>,
): Promise<{ referralId: string }> {
  const { referralId } = parseInput(byReferralId, input);
  const row = await findReferral(ctx, "stop_sharing", referralId);
  if (!row.consentId || !(await revokeConsent(ctx, row.consentId))) throw new Conflict("nothing_shared");
  await withdraw(ctx, row);
  const toOrganizationId = row.receivingOrganizationId;
  await announce(ctx, { template: "referral-withdrawn", toOrganizationId, params: { referralId } });
  await tellSender(ctx, row, "referral-answered");
  return { referralId };
}
