import type { Ctx } from "../../app/domain/kernel/context";
import * as referrals from "../../app/domain/referrals/index.server";
import type { ReferralTarget } from "./arrange-referrals";
import { attempts, on } from "./referral-inputs";

/** A supervisor's reach is wider than the place whose person made the try: it takes back one of its own. */
export async function undoTry(ctx: Ctx, { tried }: ReferralTarget): Promise<unknown> {
  const { referralId } = tried;
  if (ctx.actor.kind !== "staff" || ctx.actor.role !== "intake_supervisor")
    return referrals.undoContactAttempt(ctx, tried);
  await referrals.recordContactAttempt(ctx, attempts(referralId));
  const { undo } = await referrals.readReferral(ctx, { referralId });
  return referrals.undoContactAttempt(ctx, { referralId, attemptId: undo?.attemptId ?? "" });
}

/** The actor's own record of a family's no, and its undo. */
export async function undoNo(ctx: Ctx, target: ReferralTarget): Promise<unknown> {
  const asked = on(target, "awaiting_family_yes");
  await referrals.recordFamilyNo(ctx, { ...asked, reasonCode: "transport" });
  return referrals.undoFamilyNo(ctx, { referralId: asked.referralId });
}
