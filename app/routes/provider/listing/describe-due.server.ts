import type { DeskArgs } from "~/auth/desk.server";
import { listDueListings } from "~/domain/directory/index.server";
import { factsInWords } from "~/listing-words/facts-in-words";
import { nameInWords } from "~/listing-words/name-in-words";
import { deskWords } from "../../desk-words.server";
import type { DueView } from "./due-strip";

/** The listings due for a check, in the words of the page. */
export async function describeDue(args: DeskArgs): Promise<DueView> {
  const { total, first } = await listDueListings(args.ctx);
  const words = await deskWords(args, "provider-listings");
  return {
    total,
    first: first.map(({ id, version, listing }) => ({
      id,
      version,
      name: nameInWords(words, listing).name,
      facts: factsInWords(words, listing),
    })),
  };
}
