import type { z } from "zod";
import type { ServiceReferral } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { can } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { recordUnreachableSchema } from "../states/act-on-referral.schema";
import { attemptShortfall } from "../states/attempt-rule";
import { changeReferralStatus } from "../states/change-referral-status.server";
import { findReferral } from "../reading/find-referral.server";
import { readSettings } from "../../organizations/index.server";
import type { ActResult } from "../reading/referral-views";
import { countingAttempts } from "./counting-attempts";
import { tellSender } from "../following/tell-sender.server";

async function ruleIsMet(ctx: Ctx, row: ServiceReferral): Promise<boolean> {
  const { settings, timeZone } = await readSettings(ctx);
  const attempts = await ctx.tx.contactAttempt.findMany({ where: countingAttempts(row) });
  return attemptShortfall(attempts, settings.attemptRule, timeZone, ctx.clock.now()).met;
}

/**
 * "We could not reach the family": only when the attempt rule is met (Conflict attempt_rule until then), or by a
 * supervisor with a reason. It is nobody's refusal; the sender reviews it.
 */
export async function recordUnreachable(
  ctx: Ctx,
  input: z.input<typeof recordUnreachableSchema>,
): Promise<ActResult> {
  const { referralId, version, reasonCode, overrideReason } = parseInput(recordUnreachableSchema, input);
  const row = await findReferral(ctx, "record_unreachable", referralId);
  const override = Boolean(overrideReason) && can(ctx, "override", "ServiceReferral");
  if (!override && !(await ruleIsMet(ctx, row))) throw new Conflict("attempt_rule");
  const result = await changeReferralStatus(ctx, row, {
    verb: "record_unreachable",
    to: "unreachable",
    version,
    reason: { code: reasonCode, party: "nobody", text: override ? overrideReason : null },
  });
  await tellSender(ctx, row, "referral-answered");
  return result;
}
