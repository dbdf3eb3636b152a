import { data } from "@remix-run/node";
import type { PublicActor } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import { Conflict, Invalid } from "~/domain/kernel/errors";
import { dataClassesOf } from "~/domain/referrals/sending/referral-snapshot";
import { readSelfReferralOffer, sendSelfReferral } from "~/domain/referrals/index.server";
import { selfReferralWords } from "~/domain/referrals/sending/self-referral-words";
import type { FinderWords } from "../finder/finder-words.server";
import type { AskValues } from "./ask-view";
import { readAskForm, readAskValues } from "./read-ask-form.server";

type Ask = { ctx: Ctx<PublicActor>; words: FinderWords; serviceId: string; form: FormData; origin: string };
type Sent = Awaited<ReturnType<typeof sendSelfReferral>>;

function describeSent(
  { words, origin }: Ask,
  sent: Sent,
  organization: string,
  asked: { way: string; messageOk: boolean },
) {
  const { format, language } = words;
  return {
    step: "done" as const,
    organization,
    ...asked,
    number: sent.number,
    when: sent.dueAt && format.date(sent.dueAt, "long"),
    link: sent.link && {
      href: `${origin}/${language}/my/${sent.link.token}`,
      until: format.date(sent.link.expiresAt, "long"),
    },
  };
}

function tryForm(values: AskValues, ids: { formKey: string; serviceId: string }) {
  try {
    return { filled: readAskForm(values, ids), errors: null };
  } catch (error) {
    if (error instanceof Invalid) return { filled: null, errors: error.fieldErrors };
    throw error;
  }
}

/** One press of the form: back to it, on to check answers, or sent. Typed answers stay in the form. */
export async function answerAsk(ask: Ask) {
  const { ctx, words, serviceId, form } = ask;
  const values = readAskValues(form);
  const formKey = String(form.get("formKey") ?? "");
  const typed = { values, formKey };
  const intent = form.get("intent");
  if (intent === "change") return { step: "form" as const, errors: null, ...typed };
  const offer = await readSelfReferralOffer(ctx, { serviceId });
  if (offer.refused !== null) throw new Conflict(offer.refused);
  const { organizationName } = offer;
  const { filled, errors } = tryForm(values, { formKey, serviceId });
  if (errors) return data({ step: "form" as const, errors, ...typed }, { status: 422 });
  const { contactWay: way, messageOk } = filled.family;
  const wordsShown = selfReferralWords(words.language, dataClassesOf(filled.family), organizationName);
  if (intent !== "send" || form.get("wordsShown") !== wordsShown)
    return { step: "check" as const, ...typed, wordsShown, changed: intent === "send" };
  const consent = { language: words.language, wordsShown };
  const sent = await sendSelfReferral(ctx, { ...filled, consent });
  return describeSent(ask, sent, organizationName, { way, messageOk });
}
