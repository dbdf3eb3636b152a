import { plainText } from "~/domain/directory/editing/plain-text";
import type { ListingResult } from "~/domain/directory/reading/listing-card";
import type { Words } from "~/locales/words";

type Say = Pick<Words, "t">;
type Priced = Pick<ListingResult, "facts" | "card">;
const longest = 160;

/** What it costs, beside the word "Cost"; null: nobody said. */
export function costInWords({ t }: Say, { facts, card }: Priced): string | null {
  if (facts.isFree) return t("listing:cost.free");
  const fees = card.feesDescription ? plainText(card.feesDescription).slice(0, longest) : "";
  return fees || (facts.isFree === false ? t("listing:cost.paid") : null);
}

/** The same as a sentence that stands alone. */
export function costSentence(words: Say, listing: Priced): string {
  const { t } = words;
  const said = costInWords(words, listing);
  if (said === null) return `${t("listing:cost.ask")}.`;
  if (listing.facts.isFree) return `${said}.`;
  return listing.card.feesDescription ? t("listing:cost.fees", { words: said }) : said;
}
