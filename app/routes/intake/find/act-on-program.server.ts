import { redirect } from "@remix-run/node";
import { z } from "zod";
import { type DeskArgs, deskActs } from "~/auth/desk.server";
import { text, ticked } from "~/auth/form-fields";
import { getPublishedListings } from "~/domain/directory/index.server";
import { contactWays } from "~/domain/households/family-details.schema";
import { readCall, saveCallDraft } from "~/domain/households/index.server";
import { Conflict, Invalid, NotFound } from "~/domain/kernel/errors";
import { readId } from "~/domain/kernel/ids";
import { parseInput } from "~/domain/kernel/parse-input";
import { agreedTo, consentAsRead } from "~/domain/referrals/family/consent-as-read";
import { giveDetailsOnly, sendReferral } from "~/domain/referrals/index.server";
import { sendReferralSchema } from "~/domain/referrals/sending/send-referral.schema";
import { pathTo } from "~/paths";
import { callActs } from "./act-on-call.server";
import { familyKnown } from "./describe-call.server";
import { type FindFacts, searchOf } from "./find-facts.server";
import { draftFields } from "./keep-draft.server";
import type { FoundListing } from "./search-result";
import { readAloudFields, wordsRead } from "./words-read.server";

type Chosen = { facts: Pick<FindFacts, "call" | "search">; listing: FoundListing; back: string };

async function choose({ ctx, params, url }: DeskArgs): Promise<Chosen> {
  const call = await readCall(ctx, { callId: readId(params.id) });
  // Before anything that is missing is asked for.
  if (call.endedAt) throw new Conflict("call_ended");
  const [listing] = await getPublishedListings(ctx, { slugs: [params.program ?? ""] });
  if (!listing) throw new NotFound();
  const at = Math.max(1, Number(url.searchParams.get("at")) || 1);
  return {
    facts: { call, search: searchOf(call) },
    listing,
    back: `${pathTo("/intake/calls/:id", { id: call.id })}?at=${at}`,
  };
}

const referral = draftFields.extend(readAloudFields.shape).extend({
  formKey: text,
  answer: text,
  way: z.enum(contactWays).default("call"),
  calledAhead: ticked,
});
type Referral = z.output<typeof referral>;

function familyOf(input: Referral, { facts }: Chosen) {
  const known = familyKnown(facts.call, facts.search.criteria);
  return {
    caregiverName: input.name.trim(),
    phone: input.phone.trim() || null,
    email: null,
    contactWay: input.way,
    messageOk: input.messageOk !== "",
    bestTimes: null,
    language: known.language,
    interpreter: known.interpreter,
    postalCode: known.postalCode,
    childAgesMonths: known.childAgesMonths,
  };
}

/** Sends the referral the family said yes to; without an answer it explains, with a no it gives the details instead. */
async function send({ input, ...args }: DeskArgs & { input: Referral }) {
  const { ctx } = args;
  const chosen = await choose(args);
  const { call } = chosen.facts;
  if (input.answer === "no")
    return redirect(
      `${pathTo("/intake/calls/:id/refer/:program", { id: call.id, program: chosen.listing.card.slug })}?how=text`,
      303,
    );
  if (input.answer !== "yes") throw new Invalid({ answer: ["answer"] });
  const family = familyOf(input, chosen);
  const { language, words } = wordsRead(input);
  const { organizationName: organization } = chosen.listing.card;
  const asked = { by: "worker", language, family, organization } as const;
  const filled = {
    formKey: input.formKey,
    callId: call.id,
    serviceId: chosen.listing.serviceId,
    householdId: call.family?.householdId ?? null,
    family,
    needCodes: chosen.facts.search.criteria?.needs ?? [],
    whatWouldHelp: input.help,
    consent: consentAsRead(asked),
    calledAhead: input.calledAhead,
  };
  // What is missing is told first: filling it in changes the words, and they are read again once.
  parseInput(sendReferralSchema, filled);
  await sendReferral(ctx, { ...filled, consent: agreedTo(asked, words, "answer") });
  // The next program on this call starts from the same words; the answer is asked again.
  await saveCallDraft(ctx, { callId: call.id, draft: draftFields.parse(input) });
  return redirect(`${chosen.back}&done=sent`, 303);
}

const give = (done: "text" | "warm") =>
  [
    z.object({}),
    async (args: DeskArgs) => {
      const { facts, listing, back } = await choose(args);
      await giveDetailsOnly(args.ctx, { serviceId: listing.serviceId, callId: facts.call.id });
      return redirect(`${back}&done=${done}`, 303);
    },
  ] as const;

/** Acts on one program of a call's results, or on the whole screen. */
export const programActs = deskActs({
  ...callActs,
  send: [referral, send],
  text: give("text"),
  warm: give("warm"),
});
