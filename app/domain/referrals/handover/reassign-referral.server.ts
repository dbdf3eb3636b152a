import type { z } from "zod";
import { intakeRoles } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { whereFor } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { reassignReferralSchema } from "../states/act-on-referral.schema";
import { findReferral } from "../reading/find-referral.server";
import { noteOnReferral } from "../states/note-on-referral.server";
import type { ActResult } from "../reading/referral-views";

/** A supervisor hands a team member's referral to another; NotFound for somebody who is not on the agency's side. */
export async function reassignReferral(
  ctx: Ctx,
  input: z.input<typeof reassignReferralSchema>,
): Promise<ActResult> {
  const { referralId, version, toUserId } = parseInput(reassignReferralSchema, input);
  const row = await findReferral(ctx, "reassign", referralId);
  const member = await ctx.tx.membership.findFirst({
    where: {
      AND: [
        whereFor(ctx, "read", "Membership"),
        { userId: toUserId, endedAt: null, role: { in: [...intakeRoles] } },
      ],
    },
  });
  if (!member) throw new NotFound();
  const data = { senderUserId: toUserId, sendingTeam: member.teamName };
  return noteOnReferral(ctx, row, { verb: "reassign", event: "referral.reassigned", version, data });
}
