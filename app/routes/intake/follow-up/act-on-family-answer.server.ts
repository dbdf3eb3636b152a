import { redirect } from "@remix-run/node";
import { z } from "zod";
import { type DeskArgs, deskActs } from "~/auth/desk.server";
import { list, text, ticked } from "~/auth/form-fields";
import { Invalid, NotFound } from "~/domain/kernel/errors";
import { readId } from "~/domain/kernel/ids";
import { readSettings } from "~/domain/organizations/index.server";
import { agreedTo } from "~/domain/referrals/family/consent-as-read";
import { consentTextOf } from "~/domain/referrals/family/consent-words";
import {
  readReferral,
  recordContactAttempt,
  recordFamilyNo,
  recordFamilyYes,
  recordUnreachable,
  undoContactAttempt,
} from "~/domain/referrals/index.server";
import {
  recordContactAttemptSchema,
  undoContactAttemptSchema,
} from "~/domain/referrals/states/act-on-referral.schema";
import { pathTo } from "~/paths";
import { readAloudFields, wordsRead } from "../find/words-read.server";

const followUps = (done: string) => redirect(`${pathTo("/intake/follow-ups")}?done=${done}`, 303);
const page = (id: string | undefined, told: string) =>
  redirect(`${pathTo("/intake/follow-ups/:id", { id })}?${told}`, 303);
const yes = readAloudFields.extend({
  ...{ version: text, saidYes: ticked, messageOk: ticked },
  ...{ postalCode: text, help: text, need: list(text) },
});

/** The family's yes, to the words as they were read. */
async function sayYes({ ctx, params, input }: DeskArgs & { input: z.output<typeof yes> }) {
  if (!input.saidYes) throw new Invalid({ saidYes: ["answer"] });
  const referralId = readId(params.id);
  const { family, organization } = await readReferral(ctx, { referralId });
  if (!family) throw new NotFound();
  const { language, words } = wordsRead(input);
  const known = { ...family, postalCode: input.postalCode || family.postalCode };
  const consentText = consentTextOf((await readSettings(ctx)).settings);
  const asked = {
    ...{ by: "worker" as const, text: consentText, language },
    ...{ family: known, organization: organization.name },
  };
  await recordFamilyYes(ctx, {
    referralId,
    version: input.version,
    consent: agreedTo(asked, words, "saidYes"),
    postalCode: input.postalCode || null,
    messageOk: input.messageOk,
    whatWouldHelp: input.help,
    needCodes: input.need,
  });
  return followUps("yes");
}

/** What the family said, or that it was tried. */
export const familyAnswerActs = deskActs({
  yes: [yes, sayYes],
  no: [
    z.object({ version: text, reasonCode: text }),
    async ({ ctx, params, input }) => {
      const { referralId } = await recordFamilyNo(ctx, { referralId: readId(params.id), ...input });
      return redirect(`${pathTo("/intake/follow-ups")}?done=no&of=${referralId}`, 303);
    },
  ],
  try: [
    recordContactAttemptSchema.pick({ way: true, outcome: true }),
    async ({ ctx, params, input }) => {
      await recordContactAttempt(ctx, { referralId: readId(params.id), ...input });
      return page(params.id, "tried");
    },
  ],
  "undo-try": [
    undoContactAttemptSchema.pick({ attemptId: true }),
    async ({ ctx, params, input }) => {
      await undoContactAttempt(ctx, { referralId: readId(params.id), ...input });
      return page(params.id, "undone");
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
