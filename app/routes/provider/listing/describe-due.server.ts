import type { DeskArgs } from "~/auth/desk.server";
import { listDueListings } from "~/domain/directory/index.server";
import { describeListingFacts, listingName } from "~/locales/listing-facts";
import { listingWords } from "../../listing-editor/listing-words.server";
import type { DueView } from "./due-strip";

/** The listings due for a check, in the words of the page. */
export async function describeDue(args: DeskArgs): Promise<DueView> {
  const { total, first } = await listDueListings(args.ctx);
  const words = { ...listingWords(args), timeZone: args.session.membership.timeZone };
  return {
    total,
    first: first.map(({ id, version, listing }) => ({
      id,
      version,
      name: listingName(words, listing),
      facts: describeListingFacts(words, listing),
    })),
  };
}
