import type { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import { recordAudit, whereFor } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { giveFeedbackSchema } from "../states/act-on-referral.schema";
import { findReferral } from "../reading/find-referral.server";
import { noteOnReferral } from "../states/note-on-referral.server";

/** Whether it helped, in the family's word; "we were served" is kept apart and never makes a referral connected. */
export async function giveFeedback(
  ctx: Ctx,
  input: z.input<typeof giveFeedbackSchema>,
): Promise<{ referralId: string }> {
  whereFor(ctx, "give", "FamilyFeedback");
  const { referralId, helped, saysServed } = parseInput(giveFeedbackSchema, input);
  const row = await findReferral(ctx, "give_feedback", referralId);
  const at = ctx.clock.now();
  const id = newId(at);
  const { jurisdictionId } = ctx.actor;
  await ctx.tx.familyFeedback.createMany({ data: { id, jurisdictionId, referralId, helped, at } });
  await recordAudit(ctx, { event: "feedback.given", entity: "ServiceReferral", entityId: referralId });
  if (typeof saysServed === "boolean") {
    const data = { familySaysServed: saysServed };
    await noteOnReferral(ctx, row, {
      verb: "give_feedback",
      event: "referral.family_spoke",
      version: null,
      data,
    });
  }
  return { referralId };
}
