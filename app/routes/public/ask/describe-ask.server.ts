import { randomUUID } from "node:crypto";
import { languageCodes } from "~/domain/directory/editing/listing-sections";
import { emptyCriteria } from "~/domain/directory/search/search-criteria";
import type { PublicActor } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import { readSelfReferralOffer } from "~/domain/referrals/index.server";
import { languageLabel } from "~/locales/language-name";
import type { Language } from "~/locales/languages";
import { pathTo } from "~/paths";
import { describeProgram } from "../finder/describe-program.server";
import { describeForm, finderWords } from "../finder/finder-words.server";
import { noAnswers } from "./ask-view";

/** The program that is asked, whether it may be, and an empty form with its own key. Throws NotFound. */
export async function describeAsk(ctx: Ctx<PublicActor>, language: Language, slug: string) {
  const words = await finderWords(ctx, language);
  const { card } = await describeProgram(ctx, words, slug);
  const { refused } = await readSelfReferralOffer(ctx, { serviceId: card.id });
  return {
    name: card.name,
    nameLanguage: card.nameLanguage,
    organization: card.organization,
    phone: card.phone,
    room: card.room,
    talk: describeForm(words, emptyCriteria).talk,
    program: pathTo("/:lang/programs/:slug", { lang: language, slug: card.slug }),
    refused,
    formKey: randomUUID(),
    empty: noAnswers(language),
    languages: languageCodes.map((value) => ({ value, label: languageLabel(words, value) })),
  };
}
export type AskPage = Awaited<ReturnType<typeof describeAsk>>;
