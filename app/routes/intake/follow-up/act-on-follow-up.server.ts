import { redirect } from "@remix-run/node";
import { z } from "zod";
import { deskActs } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { readId } from "~/domain/kernel/ids";
import {
  answerQuestion,
  reopenReferral,
  requestWithdrawal,
  settleFollowUp,
  undoFamilyNo,
  withdrawReferral,
} from "~/domain/referrals/index.server";

/** The row that a form of the list stands in. */
const row = z.object({ referralId: text.transform(readId), version: text });

/** Acts on one follow-up, each back to `path` with what was done. */
export const followUpActs = (path: (done: "answer" | "done" | "reopened" | "asked-still") => string) =>
  deskActs({
    answer: [
      row.extend({ answer: text }),
      async ({ ctx, input }) => {
        await answerQuestion(ctx, input);
        return redirect(path("answer"), 303);
      },
    ],
    withdraw: [
      row.extend({ reasonCode: text }),
      async ({ ctx, input }) => {
        await withdrawReferral(ctx, input);
        return redirect(path("done"), 303);
      },
    ],
    "ask-back": [
      row.extend({ reasonCode: text }),
      async ({ ctx, input }) => {
        await requestWithdrawal(ctx, input);
        return redirect(path("done"), 303);
      },
    ],
    reopen: [
      row.extend({ reason: text }),
      async ({ ctx, input }) => {
        await reopenReferral(ctx, input);
        return redirect(path("reopened"), 303);
      },
    ],
    "undo-no": [
      row.pick({ referralId: true }),
      async ({ ctx, input }) => {
        await undoFamilyNo(ctx, input);
        return redirect(path("asked-still"), 303);
      },
    ],
    settle: [
      row,
      async ({ ctx, input }) => {
        await settleFollowUp(ctx, input);
        return redirect(path("done"), 303);
      },
    ],
  });
