import type { DeskArgs } from "~/auth/desk.server";
import { getListing } from "~/domain/directory/index.server";
import { previewListing } from "~/domain/directory/reading/listing-preview";
import { type FactKey, factsInWords } from "~/listing-words/facts-in-words";
import { deskWords } from "../../desk-words.server";

/** What a listing says now of its hours and its place, in the words of the page. */
export async function describeWhenAndWhere(
  args: DeskArgs,
  id: string,
): Promise<{ hours: string; place: string }> {
  const { row } = await getListing(args.ctx, { id });
  const words = await deskWords(args, "listing");
  const facts = factsInWords(words, previewListing(row, words.now));
  const say = (key: FactKey) => facts.find((fact) => fact.key === key)?.value ?? "";
  return { hours: say("when"), place: say("where") };
}
