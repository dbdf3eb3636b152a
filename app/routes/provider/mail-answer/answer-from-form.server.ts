import { data } from "@remix-run/node";
import { answerRefusal } from "~/auth/answer-errors.server";
import type { Ctx } from "~/domain/kernel/context";
import { Invalid } from "~/domain/kernel/errors";
import type { MailAnswer } from "~/domain/referrals/answering/answer-by-mail.schema";
import { answerByMail } from "~/domain/referrals/index.server";

/** What was typed, so that a refused form keeps it. */
export type TypedAnswer = Record<"answer" | "person" | "reasonCode" | "reasonText" | "question", string> & {
  familyAgreed: boolean;
};

function readAnswer(form: FormData): TypedAnswer {
  const text = (name: string) => String(form.get(name) ?? "").replaceAll("\0", "");
  return {
    answer: text("answer"),
    person: text("person"),
    reasonCode: text("reasonCode"),
    reasonText: text("reasonText").slice(0, 2000),
    question: text("question").slice(0, 2000),
    familyAgreed: form.get("familyAgreed") !== null,
  };
}

/** Sends the answer of the form; what lacks something comes back with what was typed. Null: it is answered. */
export async function answerFromForm(ctx: Ctx, form: FormData) {
  const typed = readAnswer(form);
  try {
    await answerByMail(ctx, { ...typed, answer: typed.answer as MailAnswer });
    return null;
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const refused = answerRefusal(error);
    return data({ ...refused.data, typed }, refused.init ?? {});
  }
}
