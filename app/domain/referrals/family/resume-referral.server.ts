import { announce } from "../../kernel/index.server";
import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { findReferral } from "../reading/find-referral.server";
import type { ActResult } from "../reading/referral-views";
import { type OnReferral, onReferral } from "../states/act-on-referral.schema";
import { changeReferralStatus } from "../states/change-referral-status.server";

/** The family ends the break that it asked for: the program may contact it again from now on, and is told. */
export async function resumeReferral(ctx: Ctx, input: OnReferral): Promise<ActResult> {
  const { referralId, version } = parseInput(onReferral, input);
  const row = await findReferral(ctx, "pause", referralId);
  const result = await changeReferralStatus(ctx, row, { verb: "pause", to: "contacting", version });
  const toOrganizationId = row.receivingOrganizationId;
  await announce(ctx, { template: "referral-contact-changed", toOrganizationId, params: { referralId } });
  return result;
}
