import type { DeskArgs } from "~/auth/desk.server";
import { NotFound } from "~/domain/kernel/errors";
import {
  answerQuestion,
  reopenReferral,
  requestWithdrawal,
  settleFollowUp,
  withdrawReferral,
} from "~/domain/referrals/index.server";
import { readId, textOf } from "../frame-of.server";

type Args = DeskArgs & { form: FormData };

/** One act on one follow-up; answers which it was. */
export async function actOnFollowUp({ ctx, form }: Args): Promise<"answer" | "done" | "reopened"> {
  const at = { referralId: readId(textOf(form, "referralId")), version: textOf(form, "version") };
  switch (textOf(form, "intent")) {
    case "answer":
      await answerQuestion(ctx, { ...at, answer: textOf(form, "answer") });
      return "answer";
    case "withdraw":
      await withdrawReferral(ctx, { ...at, reasonCode: textOf(form, "reasonCode") });
      return "done";
    case "ask-back":
      await requestWithdrawal(ctx, { ...at, reasonCode: textOf(form, "reasonCode") });
      return "done";
    case "reopen":
      await reopenReferral(ctx, { ...at, reason: textOf(form, "reason") });
      return "reopened";
    case "settle":
      await settleFollowUp(ctx, at);
      return "done";
    default:
      throw new NotFound();
  }
}
