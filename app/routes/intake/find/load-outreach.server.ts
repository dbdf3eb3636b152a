import { redirect } from "@remix-run/node";
import type { DeskArgs } from "~/auth/desk.server";
import { explainFit, needsInForce } from "~/domain/directory/index.server";
import { emptyCriteria } from "~/domain/directory/search/search-criteria";
import { readCall } from "~/domain/households/index.server";
import { NotFound } from "~/domain/kernel/errors";
import { listAnswering, readSettings } from "~/domain/organizations/index.server";
import { readId } from "~/domain/kernel/ids";
import { needsToSend } from "~/domain/referrals/sending/needs-to-send";
import { nameInWords } from "~/listing-words/name-in-words";
import { agesToType } from "~/locales/child-ages";
import { languageLabel } from "~/locales/language-name";
import { pathTo } from "~/paths";
import { wordsOf } from "../frame-of.server";
import { draftOf, familyKnown } from "./describe-call.server";
import { type FindFacts, readFindFacts } from "./find-facts.server";
import { type LoadedFind, loadFind } from "./load-find.server";
import type { FoundListing } from "./search-result";
import type { OutreachView } from "./view";

const offered = [
  "en",
  "es",
  "ar",
  "am",
  "fr",
  "ht",
  "hy",
  "km",
  "ko",
  "fa",
  "pt",
  "ru",
  "tl",
  "vi",
  "zh",
  "ase",
];

/** The program of the address, also where another tab's search no longer finds it; else the first result. */
async function programToOffer({ ctx, url }: DeskArgs, { found, search }: FindFacts): Promise<FoundListing> {
  const slug = url.searchParams.get("program");
  const listing = slug ? found?.results.find(({ card }) => card.slug === slug) : found?.results[0];
  if (listing) return listing;
  if (!slug) throw new NotFound();
  return explainFit(ctx, { slug, criteria: search.criteria ?? emptyCriteria });
}

/** The find screen with the reach-out form for one program of its results: the one named, else the first. */
export async function loadOutreach(args: DeskArgs): Promise<LoadedFind & { outreach: OutreachView }> {
  const loaded = await loadFind(args, null);
  const words = await wordsOf(args);
  const call = await readCall(args.ctx, { callId: readId(args.params.id) });
  const facts = await readFindFacts(args, call);
  const listing = await programToOffer(args, facts);
  const { organizationId, card } = listing;
  const answering = await listAnswering(args.ctx, { organizationIds: [organizationId] });
  if (answering.size === 0 || card.needsSignedRelease)
    throw redirect(
      `${pathTo("/intake/calls/:id/refer/:program", { id: call.id, program: card.slug })}?at=${loaded.view.chosen}`,
      303,
    );
  const known = familyKnown(call, facts.search.criteria);
  const { settings } = await readSettings(args.ctx);
  const { offered: offeredNeeds } = await needsInForce(args.ctx, args.session.membership.codeListsVersion);
  const searched = facts.search.criteria?.needs ?? [];
  const [asked] = needsToSend(searched, listing.facts.needCodes);
  const need =
    [asked, ...listing.facts.needCodes].find((code) => code && offeredNeeds.includes(code)) ?? "family_help";
  const outreach: OutreachView = {
    at: loaded.view.chosen,
    program: {
      slug: listing.card.slug,
      name: nameInWords(words, listing).name,
      organization: listing.card.organizationName,
    },
    draft: draftOf(call, words.language),
    language: known.language,
    languages: offered.map((code) => ({ value: code, label: languageLabel(words, code) })),
    ages: agesToType(words, known.childAgesMonths),
    need,
    also: searched
      .filter((code) => code !== need && offeredNeeds.includes(code))
      .map((code) => ({ value: code, label: words.t(`needs:${code}`) })),
    needs: offeredNeeds.map((code) => ({ value: code, label: words.t(`needs:${code}`) })),
    bases: settings.disclosureBases
      .filter(({ ended }) => !ended)
      .map(({ key, label, citation }) => ({
        value: key,
        label: label[words.language] ?? label.en ?? key,
        hint: citation,
      })),
    stale: listing.freshness.review === "stale",
    formKey: crypto.randomUUID(),
  };
  return {
    ...loaded,
    backTo: `${pathTo("/intake/calls/:id/outreach", { id: call.id })}?at=${outreach.at}&program=${outreach.program.slug}`,
    outreach,
  };
}
