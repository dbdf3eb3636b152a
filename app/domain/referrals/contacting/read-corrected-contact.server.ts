import { readFamilyDetails } from "../../households/index.server";
import type { Ctx } from "../../kernel/context";
import type { ReferralSnapshot } from "../sending/referral-snapshot";
import type { CorrectedContact } from "../reading/referral-views";

/**
 * The way to reach a family that it has corrected since the referral was sent, within what was shared: a class that
 * the snapshot does not hold stays out. Null when nothing changed.
 */
export async function readCorrectedContact(
  ctx: Ctx,
  householdId: string,
  sent: ReferralSnapshot,
): Promise<CorrectedContact | null> {
  const now = await readFamilyDetails(ctx, householdId);
  const corrected: CorrectedContact = {
    phone: sent.phone === null ? null : now.phone,
    email: sent.email === null ? null : now.email,
    contactWay: now.contactWay,
    messageOk: now.messageOk,
    bestTimes: now.bestTimes,
  };
  const keys = Object.keys(corrected) as (keyof CorrectedContact)[];
  return keys.some((key) => corrected[key] !== sent[key]) ? corrected : null;
}
