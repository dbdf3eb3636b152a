import { redirect } from "@remix-run/node";
import { z } from "zod";
import { type DeskArgs, deskActs } from "~/auth/desk.server";
import { list, text, ticked } from "~/auth/form-fields";
import { getPublishedListings } from "~/domain/directory/index.server";
import { contactWays } from "~/domain/households/family-details.schema";
import type { CallView as Call } from "~/domain/households/call-views";
import { readCall, requireOpenCall, saveCallDraft } from "~/domain/households/index.server";
import { Conflict, Invalid, NotFound } from "~/domain/kernel/errors";
import { readId } from "~/domain/kernel/ids";
import { parseInput } from "~/domain/kernel/parse-input";
import { inviteOrganization } from "~/domain/organizations/index.server";
import { readSettings } from "~/domain/organizations/index.server";
import { agreedTo, consentAsRead } from "~/domain/referrals/family/consent-as-read";
import { consentTextOf } from "~/domain/referrals/family/consent-words";
import { giveDetailsOnly, sendReferral } from "~/domain/referrals/index.server";
import { sendReferralSchema } from "~/domain/referrals/sending/send-referral.schema";
import { pathTo } from "~/paths";
import { callActs } from "./act-on-call.server";
import { draftFields } from "./keep-draft.server";
import type { FoundListing } from "./search-result";
import { readAloudFields, wordsRead } from "./words-read.server";

type Chosen = { call: Call; listing: FoundListing; back: string };

async function choose({ ctx, params, url }: DeskArgs): Promise<Chosen> {
  const callId = readId(params.id);
  // Before anything that is missing is asked for.
  await requireOpenCall(ctx, { callId });
  const call = await readCall(ctx, { callId });
  const [listing] = await getPublishedListings(ctx, { slugs: [params.program ?? ""] });
  if (!listing) throw new NotFound();
  const at = Math.max(1, Number(url.searchParams.get("at")) || 1);
  return {
    call,
    listing,
    back: `${pathTo("/intake/calls/:id", { id: call.id })}?at=${at}`,
  };
}

const referral = draftFields.extend(readAloudFields.shape).extend({
  formKey: text,
  ...{ postalCode: text, language: text, interpreter: ticked, age: list(text), need: list(text) },
  answer: text,
  way: z.enum(contactWays).default("call"),
  calledAhead: ticked,
  duplicateReason: text,
});
type Referral = z.output<typeof referral>;

/** As it stood in the form, and was read aloud from it. */
function familyOf(input: Referral) {
  return {
    caregiverName: input.name.trim(),
    phone: input.phone.trim() || null,
    email: null,
    contactWay: input.way,
    messageOk: input.messageOk !== "",
    bestTimes: null,
    language: input.language,
    interpreter: input.interpreter,
    postalCode: input.postalCode || null,
    childAgesMonths: input.age.map(Number),
  };
}

/** All that is missing is told at once, the answer too; before the words are compared, since filling it in changes them. */
function refuseAtOnce(filled: unknown, saidYes: boolean): void {
  const unanswered: Record<string, string[]> = saidYes ? {} : { answer: ["answer"] };
  try {
    parseInput(sendReferralSchema, filled);
  } catch (error) {
    throw error instanceof Invalid ? new Invalid({ ...error.fieldErrors, ...unanswered }) : error;
  }
  if (!saidYes) throw new Invalid(unanswered);
}

/** Sends the referral the family said yes to; without an answer it explains, with a no it gives the details instead. */
async function send({ input, ...args }: DeskArgs & { input: Referral }) {
  const { ctx } = args;
  const chosen = await choose(args);
  const { call } = chosen;
  if (call.caller !== "family") throw new Conflict("family_not_on_call");
  if (input.answer === "no")
    return redirect(
      `${pathTo("/intake/calls/:id/refer/:program", { id: call.id, program: chosen.listing.card.slug })}?how=text`,
      303,
    );
  const family = familyOf(input);
  const { language, words } = wordsRead(input);
  const { organizationName: organization } = chosen.listing.card;
  const consentText = consentTextOf((await readSettings(ctx)).settings);
  const asked = { by: "worker", text: consentText, language, family, organization } as const;
  const filled = {
    formKey: input.formKey,
    callId: call.id,
    serviceId: chosen.listing.serviceId,
    householdId: call.family?.householdId ?? null,
    family,
    needCodes: input.need,
    whatWouldHelp: input.help,
    consent: consentAsRead(asked),
    calledAhead: input.calledAhead,
    duplicateReason: input.duplicateReason,
  };
  refuseAtOnce(filled, input.answer === "yes");
  await sendReferral(ctx, { ...filled, consent: agreedTo(asked, words, "answer") });
  // The next program on this call starts from the same family; what would help was said for this one.
  await saveCallDraft(ctx, { callId: call.id, draft: { ...draftFields.parse(input), help: "" } });
  return redirect(`${chosen.back}&done=sent`, 303);
}

const give = (done: "text" | "warm", kind: "details" | "warm") =>
  [
    z.object({}),
    async (args: DeskArgs) => {
      const { call, listing, back } = await choose(args);
      await giveDetailsOnly(args.ctx, { serviceId: listing.serviceId, callId: call.id, kind });
      return redirect(`${back}&done=${done}`, 303);
    },
  ] as const;

/** Asks the organization in; nothing of the call or of a family goes with it. */
async function invite(args: DeskArgs) {
  const { listing, back } = await choose(args);
  const { organizationId, card } = listing;
  await inviteOrganization(args.ctx, { organizationId, listingSlug: card.slug });
  return redirect(`${back}&done=invite`, 303);
}

/** Acts on one program of a call's results, or on the whole screen. */
export const programActs = deskActs({
  ...callActs,
  send: [referral, send],
  text: give("text", "details"),
  warm: give("warm", "warm"),
  invite: [z.object({}), invite],
});
