import { NotFound } from "~/domain/kernel/errors";
import type { Ctx } from "~/domain/kernel/context";
import { isId } from "~/domain/kernel/ids";
import type { ContactWay } from "~/domain/households/family-details.schema";
import { correctContact } from "~/domain/households/index.server";
import {
  familyAccepts,
  familyDeclines,
  giveFeedback,
  holdReferral,
  readFamilyPage,
  stopSharing,
} from "~/domain/referrals/index.server";
import { wordsToAgreeTo } from "./words-to-agree-to.server";

type Args = { ctx: Ctx; params: { lang?: string }; form: FormData };
const text = (form: FormData, name: string) => String(form.get(name) ?? "").trim();

function at(form: FormData) {
  const referralId = text(form, "referralId");
  if (!isId(referralId)) throw new NotFound();
  return { referralId, version: text(form, "version") };
}

/** The yes is to the words that stood on the page; they are made again here, from what is sent. */
async function accept({ ctx, params, form }: Args): Promise<void> {
  const page = await readFamilyPage(ctx);
  const referral = page.referrals.find(({ id }) => id === at(form).referralId);
  if (!referral) throw new NotFound();
  const language = params.lang === "es" ? "es" : "en";
  await familyAccepts(ctx, {
    ...at(form),
    language,
    textVersion: page.consentTextVersion,
    wordsShown: wordsToAgreeTo(language, page, referral),
  });
}

const acts: Record<string, (args: Args) => Promise<unknown>> = {
  accept,
  decline: ({ ctx, form }) =>
    familyDeclines(ctx, { ...at(form), reasonCode: text(form, "reasonCode") || "declined_to_say" }),
  pause: ({ ctx, form }) => holdReferral(ctx, { ...at(form), resumeBy: text(form, "resumeBy") }),
  stop: ({ ctx, form }) => stopSharing(ctx, { referralId: at(form).referralId }),
  feedback: ({ ctx, form }) =>
    giveFeedback(ctx, {
      referralId: at(form).referralId,
      helped: text(form, "helped") as "yes",
      saysServed: form.has("saysServed") ? true : null,
    }),
  contact: ({ ctx, form }) =>
    correctContact(ctx, {
      version: text(form, "version"),
      phone: text(form, "phone"),
      email: text(form, "email") || null,
      contactWay: text(form, "contactWay") as ContactWay,
      messageOk: form.has("messageOk"),
      bestTimes: text(form, "bestTimes"),
    }),
};

/** One choice of the family; answers which it was. */
export async function actOnFamilyPage(args: Args): Promise<string> {
  const intent = text(args.form, "intent");
  const act = acts[intent];
  if (!act) throw new NotFound();
  await act(args);
  return intent;
}
