import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { findReferral } from "../reading/find-referral.server";
import { readSealed } from "../reading/read-sealed.server";
import type { ActResult } from "../reading/referral-views";
import { type OnReferral, onReferral } from "../states/act-on-referral.schema";
import { connectReferral } from "./connect-referral.server";

/**
 * A victim service provider goes on with a family in its own records: the referral is done here, and nothing of what
 * follows is written. Conflict for every other provider, whose enrolment connects it; moved_on.
 */
export async function keepToOurselves(ctx: Ctx, input: OnReferral): Promise<ActResult> {
  const { referralId, version } = parseInput(onReferral, input);
  const row = await findReferral(ctx, "enroll", referralId);
  if ((await readSealed(ctx, row.receivingOrganizationId)) !== "victim_services")
    throw new Conflict("not_possible_now");
  if (version !== row.version) throw new Conflict("moved_on");
  return connectReferral(ctx, { referralId });
}
