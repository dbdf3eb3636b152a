import { redirect } from "@remix-run/node";
import { z } from "zod";
import { type DeskArgs, deskActs } from "~/auth/desk.server";
import { text, ticked } from "~/auth/form-fields";
import { Invalid, NotFound } from "~/domain/kernel/errors";
import { readId } from "~/domain/kernel/ids";
import { consentTextVersion, consentWords } from "~/domain/referrals/family/consent-words";
import {
  readReferral,
  recordContactAttempt,
  recordFamilyNo,
  recordFamilyYes,
  recordUnreachable,
} from "~/domain/referrals/index.server";
import { dataClassesOf } from "~/domain/referrals/sending/referral-snapshot";
import { recordContactAttemptSchema } from "~/domain/referrals/states/act-on-referral.schema";

const followUps = (done: string) => redirect(`/intake/follow-ups?done=${done}`, 303);
const yes = z.object({ version: text, saidYes: ticked, script: text, bestTimes: text, help: text });

/** The family's yes, with the words as they were read: made again from what will be sent, so that neither can differ. */
async function sayYes({ ctx, params, input }: DeskArgs & { input: z.output<typeof yes> }) {
  if (!input.saidYes) throw new Invalid({ saidYes: ["answer"] });
  const referralId = readId(params.id);
  const { family, organization } = await readReferral(ctx, { referralId });
  if (!family) throw new NotFound();
  const language = input.script === "es" ? "es" : "en";
  const dataClasses = dataClassesOf(family);
  await recordFamilyYes(ctx, {
    referralId,
    version: input.version,
    consent: {
      method: "verbal",
      language,
      textVersion: consentTextVersion,
      wordsShown: consentWords(language, dataClasses, organization.name, family.contactWay ?? "call"),
      dataClasses,
      throughInterpreter: !["en", "es"].includes(family.language),
    },
    bestTimes: input.bestTimes || null,
    whatWouldHelp: input.help,
  });
  return followUps("yes");
}

/** What the family said, or that it was tried. */
export const familyAnswerActs = deskActs({
  yes: [yes, sayYes],
  no: [
    z.object({ version: text, reasonCode: text }),
    async ({ ctx, params, input }) => {
      await recordFamilyNo(ctx, { referralId: readId(params.id), ...input });
      return followUps("done");
    },
  ],
  try: [
    recordContactAttemptSchema.pick({ way: true, outcome: true }),
    async ({ ctx, params, input }) => {
      await recordContactAttempt(ctx, { referralId: readId(params.id), ...input });
      return redirect(`/intake/follow-ups/${params.id}?tried`, 303);
    },
  ],
  unreachable: [
    z.object({ version: text, unreachableReason: text }),
    async ({ ctx, params, input: { version, unreachableReason } }) => {
      const reasonCode = unreachableReason || undefined;
      await recordUnreachable(ctx, { referralId: readId(params.id), version, reasonCode });
      return followUps("done");
    },
  ],
});
