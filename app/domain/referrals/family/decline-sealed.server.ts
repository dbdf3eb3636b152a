import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { announce } from "../../kernel/index.server";
import type { ActResult } from "../reading/referral-views";
import { changeReferralStatus } from "../states/change-referral-status.server";
import { concludeReferral } from "../states/conclude-referral";
import { noteOnReferral } from "../states/note-on-referral.server";
import { type ActedOn, versionShown } from "../states/shown-version";
import { revokeConsent } from "./revoke-consent.server";

/**
 * The family's no to a sealed referral: its permission ends and the receiver is told, with one answer whatever became of
 * it there. Conflict moved_on, not_possible_now when nothing is shared any more.
 */
export async function declineSealed(
  ctx: Ctx,
  row: ActedOn,
  { version, reasonCode }: { version: number; reasonCode: string },
): Promise<ActResult> {
  if (version !== versionShown(row)) throw new Conflict("moved_on");
  if (row.takenBackAt || !row.consentId || !(await revokeConsent(ctx, row.consentId)))
    throw new Conflict("not_possible_now");
  const conclusion = concludeReferral(row.status, "family_declines");
  const said = { verb: "say_no", version, audit: "referral.family_declined" };
  const result = conclusion
    ? await changeReferralStatus(ctx, row, {
        ...said,
        to: conclusion.status,
        reason: { code: reasonCode, party: "family" },
      })
    : await noteOnReferral(ctx, row, { ...said, event: "referral.family_spoke", reasonCode });
  const toOrganizationId = row.receivingOrganizationId;
  await announce(ctx, { template: "referral-withdrawn", toOrganizationId, params: { referralId: row.id } });
  return result;
}
