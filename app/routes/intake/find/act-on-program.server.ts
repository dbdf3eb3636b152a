import { redirect } from "@remix-run/node";
import { getPublishedListings } from "~/domain/directory/index.server";
import { Invalid, NotFound } from "~/domain/kernel/errors";
import { readCall, saveCallDraft } from "~/domain/households/index.server";
import type { ContactWay } from "~/domain/households/family-details.schema";

import { consentTextVersion, consentWords } from "~/domain/referrals/family/consent-words";
import { giveDetailsOnly, sendReferral } from "~/domain/referrals/index.server";
import { dataClassesOf } from "~/domain/referrals/sending/referral-snapshot";
import { readId, textOf } from "../frame-of.server";
import { type CallArgs, actOnCall, draftOfForm } from "./act-on-call.server";
import { familyKnown } from "./describe-call.server";
import { type FindFacts, searchOf } from "./find-facts.server";
import type { FoundListing } from "./search-result";

type Chosen = { facts: Pick<FindFacts, "call" | "search">; listing: FoundListing; back: string };

async function choose(args: CallArgs): Promise<Chosen> {
  const call = await readCall(args.ctx, { callId: readId(args.params.id) });
  const [listing] = await getPublishedListings(args.ctx, { slugs: [args.params.program ?? ""] });
  if (!listing) throw new NotFound();
  const at = Math.max(1, Number(args.url.searchParams.get("at")) || 1);
  return { facts: { call, search: searchOf(call) }, listing, back: `/intake/calls/${call.id}?at=${at}` };
}

function familyOf({ form }: CallArgs, { facts }: Chosen) {
  const known = familyKnown(facts.call, facts.search.criteria);
  return {
    caregiverName: textOf(form, "name"),
    phone: textOf(form, "phone") || null,
    email: null,
    contactWay: (textOf(form, "way") || "call") as ContactWay,
    messageOk: form.has("messageOk"),
    bestTimes: null,
    language: known.language,
    interpreter: known.interpreter,
    postalCode: known.postalCode,
    childAgesMonths: known.childAgesMonths,
  };
}

/** The family's yes as it was asked: the words are made again from what is sent, so that neither can differ. */
function consentOf({ form }: CallArgs, chosen: Chosen, family: ReturnType<typeof familyOf>) {
  const language = textOf(form, "script") === "es" ? "es" : "en";
  const dataClasses = dataClassesOf(family);
  const wordsShown = consentWords(
    language,
    dataClasses,
    chosen.listing.card.organizationName,
    family.contactWay,
  );
  return {
    method: "verbal" as const,
    language,
    textVersion: consentTextVersion,
    wordsShown,
    dataClasses,
    throughInterpreter: !["en", "es"].includes(family.language),
  };
}

/** Sends the referral the family said yes to; without an answer it explains, with a no it gives the details instead. */
async function send(args: CallArgs): Promise<string> {
  const chosen = await choose(args);
  const { call } = chosen.facts;
  const draft = draftOfForm(args.form);
  const answer = textOf(args.form, "answer");
  if (answer === "no") return `/intake/calls/${call.id}/refer/${chosen.listing.card.slug}?how=text`;
  if (answer !== "yes") throw new Invalid({ answer: ["answer"] });
  const family = familyOf(args, chosen);
  await sendReferral(args.ctx, {
    formKey: textOf(args.form, "formKey"),
    callId: call.id,
    serviceId: chosen.listing.serviceId,
    householdId: call.family?.householdId ?? null,
    family,
    needCodes: chosen.facts.search.criteria?.needs ?? [],
    whatWouldHelp: textOf(args.form, "help"),
    consent: consentOf(args, chosen, family),
    calledAhead: args.form.has("calledAhead"),
  });
  // The next program on this call starts from the same words; the answer is asked again.
  await saveCallDraft(args.ctx, { callId: call.id, draft });
  return `${chosen.back}&done=sent`;
}

async function give(args: CallArgs, done: "text" | "warm"): Promise<string> {
  const { facts, listing, back } = await choose(args);
  await giveDetailsOnly(args.ctx, { serviceId: listing.serviceId, callId: facts.call.id });
  return `${back}&done=${done}`;
}

const acts: Record<string, (args: CallArgs) => Promise<string>> = {
  send,
  text: (args) => give(args, "text"),
  warm: (args) => give(args, "warm"),
};

/** Acts on one program of a call's results. */
export async function actOnProgram(args: CallArgs) {
  const act = acts[textOf(args.form, "intent")];
  if (!act) return actOnCall(args);
  return redirect(await act(args), 303);
}
