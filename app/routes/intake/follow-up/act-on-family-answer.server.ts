import { redirect } from "@remix-run/node";
import { z } from "zod";
import { type DeskArgs, deskActs } from "~/auth/desk.server";
import { text, ticked } from "~/auth/form-fields";
import { Invalid, NotFound } from "~/domain/kernel/errors";
import { readId } from "~/domain/kernel/ids";
import { agreedTo } from "~/domain/referrals/family/consent-as-read";
import {
  readReferral,
  recordContactAttempt,
  recordFamilyNo,
  recordFamilyYes,
  recordUnreachable,
} from "~/domain/referrals/index.server";
import { recordContactAttemptSchema } from "~/domain/referrals/states/act-on-referral.schema";
import { pathTo } from "~/paths";
import { readAloudFields, wordsRead } from "../find/words-read.server";

const followUps = (done: string) => redirect(`${pathTo("/intake/follow-ups")}?done=${done}`, 303);
const yes = readAloudFields.extend({ version: text, saidYes: ticked, bestTimes: text, help: text });

/** The family's yes, to the words as they were read. */
async function sayYes({ ctx, params, input }: DeskArgs & { input: z.output<typeof yes> }) {
  if (!input.saidYes) throw new Invalid({ saidYes: ["answer"] });
  const referralId = readId(params.id);
  const { family, organization } = await readReferral(ctx, { referralId });
  if (!family) throw new NotFound();
  const { language, words } = wordsRead(input);
  const asked = { by: "worker" as const, language, family, organization: organization.name };
  await recordFamilyYes(ctx, {
    referralId,
    version: input.version,
    consent: agreedTo(asked, words, "saidYes"),
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
      return redirect(`${pathTo("/intake/follow-ups/:id", { id: params.id })}?tried`, 303);
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
