import type { DeskArgs } from "~/auth/desk.server";
import { getListing } from "~/domain/directory/index.server";
import { previewListing } from "~/domain/directory/reading/listing-preview";
import { languageOfRequest } from "~/locales/language-of-request.server";
import { describeListingFacts } from "~/locales/listing-facts";
import { translate } from "~/locales/translator.server";

/** What a listing says now of its hours and its place, in the words of the page. */
export async function describeWhenAndWhere(
  { ctx, request, session }: DeskArgs,
  id: string,
): Promise<{ hours: string; place: string }> {
  const { row } = await getListing(ctx, { id });
  const language = languageOfRequest(request);
  const words = { language, t: translate(language, "checks"), timeZone: session.membership.timeZone };
  const facts = describeListingFacts(words, previewListing(row, ctx.clock.now()));
  const say = (key: string) => facts.find((fact) => fact.key === key)?.value ?? "";
  return { hours: say("when"), place: say("where") };
}
