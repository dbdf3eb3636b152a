import type { ServiceReferral } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { announce } from "../../kernel/index.server";
import { changeReferralStatus } from "../states/change-referral-status.server";
import { concludeReferral } from "../states/conclude-referral";
import { tellSender } from "../following/tell-sender.server";
import type { ActResult } from "../reading/referral-views";
import { revokeConsent } from "./revoke-consent.server";

async function withdraw(ctx: Ctx, row: ServiceReferral, verb: string): Promise<ActResult> {
  const conclusion = concludeReferral(row.status, "consent_revoked");
  if (!conclusion) return { referralId: row.id, version: row.version, status: row.status, dueAt: row.dueAt };
  return changeReferralStatus(ctx, row, {
    verb,
    to: conclusion.status,
    version: null,
    onWordOf: "family",
    reason: { code: "consent_withdrawn", party: conclusion.party ?? "sender" },
  });
}

/**
 * The family's permission ends, by its own hand or on its word to a worker, with the same end for every reader: from now on
 * the provider sees nothing of it, an open referral is withdrawn at once, also one that was accepted, a closed one stays as
 * it ended, and what happened stays in the audit. Conflict nothing_shared. `verb` gave the row.
 */
export async function endSharing(ctx: Ctx, row: ServiceReferral, verb: string): Promise<ActResult> {
  if (!row.consentId || !(await revokeConsent(ctx, row.consentId))) throw new Conflict("nothing_shared");
  const result = await withdraw(ctx, row, verb);
  const { id: referralId, receivingOrganizationId: toOrganizationId } = row;
  await announce(ctx, { template: "referral-withdrawn", toOrganizationId, params: { referralId } });
  await tellSender(ctx, row, "referral-answered");
  return result;
}
