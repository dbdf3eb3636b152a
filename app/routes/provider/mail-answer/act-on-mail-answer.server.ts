import { redirect } from "@remix-run/node";
import { text, ticked } from "~/auth/form-fields";
import { mailLinkActs } from "~/auth/public-page.server";
import { answerByMailSchema } from "~/domain/referrals/answering/answer-by-mail.schema";
import { answerByMail } from "~/domain/referrals/index.server";
import { pathTo } from "~/paths";

const answer = answerByMailSchema.extend({
  familyAgreed: ticked,
  reasonCode: text,
  reasonText: text,
  question: text,
});

/** The answer of whichever button was pressed; Enter in a field presses none, and is asked which one is meant. */
export const mailAnswerActs = mailLinkActs({
  answer: [
    answer,
    async ({ ctx, params, input }) => {
      await answerByMail(ctx, input);
      return redirect(pathTo("/answer/:token", { token: params.token ?? "" }), 303);
    },
  ],
});
