import type { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { askSenderSchema } from "../states/act-on-referral.schema";
import { changeReferralStatus } from "../states/change-referral-status.server";
import { findReferral } from "../reading/find-referral.server";
import { readSealed } from "../reading/read-sealed.server";
import type { ActResult } from "../reading/referral-views";
import { tellSender } from "../following/tell-sender.server";

/** Asks the sender; the provider's clock waits for the answer. A sealed provider asks by phone, nothing flows back. */
export async function askSender(ctx: Ctx, input: z.input<typeof askSenderSchema>): Promise<ActResult> {
  const { referralId, version, question } = parseInput(askSenderSchema, input);
  const row = await findReferral(ctx, "ask", referralId);
  if (await readSealed(ctx, row.receivingOrganizationId)) throw new Conflict("ask_by_phone");
  const result = await changeReferralStatus(ctx, row, {
    verb: "ask",
    to: "needs_information",
    version,
    data: { question, answer: null },
    conflict: "already_answered",
  });
  await tellSender(ctx, row, "referral-question");
  return result;
}
