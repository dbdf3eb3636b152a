import { redirect } from "@remix-run/node";
import type { DeskArgs } from "~/auth/desk.server";
import { Invalid, NotFound } from "~/domain/kernel/errors";
import { consentTextVersion, consentWords } from "~/domain/referrals/family/consent-words";
import {
  readReferral,
  recordContactAttempt,
  recordFamilyNo,
  recordFamilyYes,
  recordUnreachable,
} from "~/domain/referrals/index.server";
import { dataClassesOf } from "~/domain/referrals/sending/referral-snapshot";
import { readId, textOf } from "../frame-of.server";

type Args = DeskArgs & { form: FormData };
const at = ({ form, params }: Args) => ({
  referralId: readId(params.id),
  version: textOf(form, "version"),
});

/** The family's yes, with the words as they were read: made again from what will be sent, so that neither can differ. */
async function sayYes(args: Args): Promise<string> {
  const { ctx, form } = args;
  if (!form.has("saidYes")) throw new Invalid({ saidYes: ["answer"] });
  const view = await readReferral(ctx, { referralId: readId(args.params.id) });
  if (!view.family) throw new NotFound();
  const language = textOf(form, "script") === "es" ? "es" : "en";
  const dataClasses = dataClassesOf(view.family);
  await recordFamilyYes(ctx, {
    ...at(args),
    consent: {
      method: "verbal",
      language,
      textVersion: consentTextVersion,
      wordsShown: consentWords(
        language,
        dataClasses,
        view.organization.name,
        view.family.contactWay ?? "call",
      ),
      dataClasses,
      throughInterpreter: !["en", "es"].includes(view.family.language),
    },
    bestTimes: textOf(form, "bestTimes") || null,
    whatWouldHelp: textOf(form, "help"),
  });
  return "/intake/follow-ups?done=yes";
}

const acts: Record<string, (args: Args) => Promise<string>> = {
  yes: sayYes,
  no: async (args) => {
    await recordFamilyNo(args.ctx, { ...at(args), reasonCode: textOf(args.form, "reasonCode") });
    return "/intake/follow-ups?done=done";
  },
  try: async ({ ctx, form, params }) => {
    await recordContactAttempt(ctx, {
      referralId: readId(params.id),
      way: textOf(form, "way") as "call",
      outcome: textOf(form, "outcome") as "reached",
    });
    return `/intake/follow-ups/${params.id}?tried`;
  },
  unreachable: async (args) => {
    const reasonCode = textOf(args.form, "unreachableReason") || undefined;
    await recordUnreachable(args.ctx, { ...at(args), reasonCode });
    return "/intake/follow-ups?done=done";
  },
};

/** What the family said, or that it was tried. */
export async function actOnFamilyAnswer(args: Args): Promise<Response> {
  const act = acts[textOf(args.form, "intent")];
  if (!act) throw new NotFound();
  return redirect(await act(args), 303);
}
