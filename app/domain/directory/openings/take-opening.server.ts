import type { Ctx } from "../../kernel/context";
import { moveOpening } from "./move-opening.server";

/**
 * One opening of a listing goes to an accepted referral, inside the transaction that accepts it. A listing whose
 * openings are not counted, or are at zero, stays as it is. Answers the openings left, null when not counted.
 */
export async function takeOpening(
  ctx: Ctx,
  input: { serviceId: string; referralId: string },
): Promise<number | null> {
  return moveOpening(ctx, input, -1);
}
