import type { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { tellSender } from "../following/tell-sender.server";
import { findReferral } from "../reading/find-referral.server";
import type { ActResult } from "../reading/referral-views";
import { byReferralId } from "../states/act-on-referral.schema";
import { findLastAct } from "../states/find-last-act.server";
import { countingAttempts } from "./counting-attempts";
import { restoreStatus } from "../states/restore-status.server";

/**
 * Takes the actor's own "the family said no" back within ten minutes, while the family was only being asked: it is asked still,
 * by the clock that ran before. Conflict nothing_to_undo after that, or when something else has happened since.
 */
export async function undoFamilyNo(ctx: Ctx, input: z.input<typeof byReferralId>): Promise<ActResult> {
  const { referralId } = parseInput(byReferralId, input);
  const row = await findReferral(ctx, "record_family_no", referralId);
  const last = row.status === "declined_by_family" ? await findLastAct(ctx, row) : null;
  if (last?.fromStatus !== "awaiting_family_yes") throw new Conflict("nothing_to_undo");
  // A no was said by somebody reached; without it only a try that reached the family says so.
  const talked = await ctx.tx.contactAttempt.findFirst({
    where: { ...countingAttempts(row), outcome: "reached" },
    orderBy: { at: "asc" },
  });
  const result = await restoreStatus(ctx, row, {
    verb: "record_family_no",
    last,
    data: {
      ...{ reasonCode: null, reasonParty: null, reasonText: null, closedAt: null },
      reachedAt: talked?.at ?? null,
    },
  });
  await tellSender(ctx, row, "referral-answered");
  return result;
}
