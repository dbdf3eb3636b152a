import type { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { byReferralId } from "../states/act-on-referral.schema";
import { findReferral } from "../reading/find-referral.server";
import { endSharing } from "./end-sharing.server";

/** The family takes its permission back on its own page. Conflict when nothing is shared. */
export async function stopSharing(
  ctx: Ctx,
  input: z.input<typeof byReferralId>,
): Promise<{ referralId: string }> {
  const { referralId } = parseInput(byReferralId, input);
  await endSharing(ctx, await findReferral(ctx, "stop_sharing", referralId), "stop_sharing");
  return { referralId };
}
