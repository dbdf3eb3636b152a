import { redirect } from "@remix-run/node";
import { z } from "zod";
import { text, ticked } from "~/auth/form-fields";
import { familyActs } from "~/auth/public-page.server";
import { chooseRecordLinkage } from "~/domain/households/index.server";
import { correctContactSchema } from "~/domain/households/correct-contact.schema";
import { readId } from "~/domain/kernel/ids";
import {
  familyAccepts,
  familyDeclines,
  fixContact,
  giveFeedback,
  holdReferral,
  resumeReferral,
  stopSharing,
} from "~/domain/referrals/index.server";
import { giveFeedbackSchema } from "~/domain/referrals/states/act-on-referral.schema";
import { requireLanguage } from "~/locales/require-language";
import { pathTo } from "~/paths";

const referral = z.object({ referralId: text.transform(readId) });
const version = referral.extend({ version: text });

type Told = { params: { lang?: string; token?: string }; intent: string };
/** Back to the family's page, which says what was kept. */
const saved = ({ params, intent }: Told) =>
  redirect(
    `${pathTo("/:lang/my/:token", { lang: requireLanguage(params.lang), token: params.token })}?saved=${intent}`,
    303,
  );

/** The choices of a family, each by itself. */
export const familyPageActs = familyActs({
  /** The yes is to the words that stood on the page, which come back with it. */
  accept: [
    version.extend({ wordsShown: text }),
    async ({ input, ...args }) => {
      await familyAccepts(args.ctx, { ...input, language: requireLanguage(args.params.lang) });
      return saved(args);
    },
  ],
  decline: [
    version.extend({ reasonCode: text }),
    async ({ input, ...args }) => {
      const reasonCode = input.reasonCode || "declined_to_say";
      await familyDeclines(args.ctx, { ...input, reasonCode });
      return saved(args);
    },
  ],
  pause: [
    version.extend({ resumeBy: text }),
    async ({ input, ...args }) => {
      await holdReferral(args.ctx, input);
      return saved(args);
    },
  ],
  resume: [
    version,
    async ({ input, ...args }) => {
      await resumeReferral(args.ctx, input);
      return saved(args);
    },
  ],
  stop: [
    referral,
    async ({ input, ...args }) => {
      await stopSharing(args.ctx, input);
      return saved(args);
    },
  ],
  feedback: [
    referral.extend({ helped: giveFeedbackSchema.shape.helped, saysServed: ticked }),
    async ({ input, ...args }) => {
      await giveFeedback(args.ctx, { ...input, saysServed: input.saysServed || null });
      return saved(args);
    },
  ],
  linkageNo: [
    z.object({}),
    async (args) => {
      await chooseRecordLinkage(args.ctx, { allowed: false });
      return saved(args);
    },
  ],
  linkageYes: [
    z.object({}),
    async (args) => {
      await chooseRecordLinkage(args.ctx, { allowed: true });
      return saved(args);
    },
  ],
  contact: [
    z.object({
      version: text,
      phone: text,
      email: text,
      contactWay: correctContactSchema.shape.contactWay,
      messageOk: ticked,
      bestTimes: text,
    }),
    async ({ input, ...args }) => {
      await fixContact(args.ctx, { ...input, email: input.email.trim() || null });
      return saved(args);
    },
  ],
});
