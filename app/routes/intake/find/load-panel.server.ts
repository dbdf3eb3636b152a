import { redirect } from "@remix-run/node";
import type { DeskArgs } from "~/auth/desk.server";
import { explainFit } from "~/domain/directory/index.server";
import { emptyCriteria } from "~/domain/directory/search/search-criteria";
import { addBusinessDays } from "~/domain/kernel/business-calendar";
import { readSettings } from "~/domain/organizations/index.server";
import { consentTextOf } from "~/domain/referrals/family/consent-words";
import type { Words } from "~/locales/words";
import { pathTo } from "~/paths";
import { describeEffect } from "./describe-effect.server";
import { describeFit } from "./describe-fit.server";
import { describePanel } from "./describe-panel.server";
import type { FindFacts } from "./find-facts.server";
import { nobodyAnswers } from "./nobody-answers.server";
import { positionOf } from "./row-position";
import type { FoundListing } from "./search-result";
import type { PanelView } from "./view";

type Opened = { listing: FoundListing; at: number; isShown: boolean };

/** The program of the address: a row of this page, one that takes none now, or any other that is published. */
async function openedProgram(args: DeskArgs, facts: FindFacts, slug: string): Promise<Opened> {
  const index = (facts.found?.results ?? []).findIndex(({ card }) => card.slug === slug);
  const at = index < 0 ? positionOf(args.url) : facts.before + index + 1;
  const shown = facts.found?.results[index] ?? facts.found?.closed.find(({ card }) => card.slug === slug);
  if (shown) return { listing: shown, at, isShown: true };
  // A call that ended has forgotten its search; what it did is in its summary.
  if (facts.call.endedAt) throw redirect(pathTo("/intake/calls/:id/summary", { id: facts.call.id }), 303);
  const criteria = facts.search.criteria ?? emptyCriteria;
  return { listing: await explainFit(args.ctx, { slug, criteria }), at, isShown: false };
}

/** The panel of one program beside the results. Throws NotFound for one that is not published here. */
export async function loadPanel(
  args: DeskArgs,
  words: Words,
  facts: FindFacts,
  slug: string,
): Promise<PanelView> {
  const { listing, at, isShown } = await openedProgram(args, facts, slug);
  const { settings, calendar } = await readSettings(args.ctx);
  const due = addBusinessDays(calendar, args.ctx.clock.now(), settings.clocks.answer.standard);
  const { searchParams } = args.url;
  // What the search does not show can be looked at; to refer to it, the search is changed so that it does.
  const how = isShown ? searchParams.get("how") : "open";
  const nobody = await nobodyAnswers(args, words, listing);
  const fit = searchParams.has("fit") ? describeFit(words, facts, listing, isShown) : null;
  const panel = describePanel(words, args.ctx, facts, listing, at, how, {
    ...{ due, nobody, fit, consentText: consentTextOf(settings) },
  });
  if (panel.how !== "open") return panel;
  const effect = await describeEffect(args.ctx, words, listing.serviceId);
  return { ...panel, canRefer: isShown && panel.canRefer, facts: [...panel.facts, ...effect] };
}
