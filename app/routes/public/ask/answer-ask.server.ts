import { data } from "@remix-run/node";
import type { z } from "zod";
import { text } from "~/auth/form-fields";
import { type PublicPageArgs, publicActs } from "~/auth/public-page.server";
import { Conflict } from "~/domain/kernel/errors";
import { readSettings } from "~/domain/organizations/index.server";
import { consentAsRead } from "~/domain/referrals/family/consent-as-read";
import { consentTextOf } from "~/domain/referrals/family/consent-words";
import { readSelfReferralOffer, sendSelfReferral } from "~/domain/referrals/index.server";
import { childAges } from "~/locales/child-ages";
import { requireLanguage } from "~/locales/require-language";
import { pathTo, wholeLink } from "~/paths";
import { describeProgram } from "../finder/describe-program.server";
import { type FinderWords, finderWords } from "../finder/finder-words.server";
import { askedCookie } from "./asked-before.server";
import { askValues, readAskForm } from "./read-ask-form.server";

const askForm = askValues.extend({ formKey: text, wordsShown: text });
type Ask = Pick<PublicPageArgs, "ctx"> & {
  words: FinderWords;
  serviceId: string;
  input: z.output<typeof askForm>;
  url: URL;
};
type Sent = Awaited<ReturnType<typeof sendSelfReferral>>;

function describeSent(
  { words, url }: Ask,
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
      href: wholeLink(url, pathTo("/:lang/my/:token", { lang: language, token: sent.link.token })),
      until: format.date(sent.link.expiresAt, "long"),
    },
  };
}

/** The answers as they would be sent, and the words that the family says yes to. Invalid by the page's fields. */
async function readAnswers({ ctx, words, serviceId, input }: Ask) {
  const { formKey } = input;
  const values = askValues.parse(input);
  const offer = await readSelfReferralOffer(ctx, { serviceId });
  if (offer.refused !== null) throw new Conflict(offer.refused);
  const { organizationName } = offer;
  const filled = readAskForm(values, { formKey, serviceId });
  const { language } = words;
  const consent = consentTextOf((await readSettings(ctx)).settings);
  const asked = {
    ...{ by: "self" as const, text: consent, language },
    ...{ family: filled.family, organization: organizationName },
  };
  const { wordsShown } = consentAsRead(asked);
  const agesRead = childAges(words, filled.family.childAgesMonths);
  const check = { step: "check" as const, values, formKey, wordsShown, agesRead };
  return { filled, organizationName, check };
}

const asking = <T>(answer: (ask: Ask) => Promise<T>) =>
  [
    askForm,
    async ({ ctx, params, url, input }: PublicPageArgs & { input: Ask["input"] }) => {
      const words = await finderWords(ctx, requireLanguage(params.lang));
      const { card } = await describeProgram(ctx, words, params.slug ?? "");
      return answer({ ctx, words, serviceId: card.id, input, url });
    },
  ] as const;

/** Back to the form, on to check answers, or sent. Typed answers stay in the form. */
export const askActs = publicActs({
  change: asking(async ({ input }) => ({
    step: "form" as const,
    values: askValues.parse(input),
    formKey: input.formKey,
  })),
  check: asking(async (ask) => ({ ...(await readAnswers(ask)).check, changed: false })),
  send: asking(async (ask) => {
    const { filled, organizationName, check } = await readAnswers(ask);
    const { wordsShown } = check;
    if (ask.input.wordsShown !== wordsShown) return { ...check, changed: true };
    const consent = { language: ask.words.language, wordsShown };
    const sent = await sendSelfReferral(ask.ctx, { ...filled, consent });
    const { contactWay: way, messageOk } = filled.family;
    const done = describeSent(ask, sent, organizationName, { way, messageOk });
    return data(done, { headers: { "Set-Cookie": askedCookie(ask.url) } });
  }),
});
