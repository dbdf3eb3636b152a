import { plainText } from "~/domain/directory/editing/plain-text";
import { factsInWords } from "~/listing-words/facts-in-words";
import { evidenceInWords, whoInWords } from "~/listing-words/who-in-words";
import type { Words } from "~/locales/words";
import type { FoundListing } from "./search-result";
import type { PanelView } from "./view";

/** Rules, evidence and what to bring, as the program says them. */
function moreOf(words: Words, { card }: FoundListing): Partial<Record<string, string | null>> {
  const said = card.familyText[words.language];
  return {
    about: plainText(said?.summary || card.description),
    rules: whoInWords(words, card, { staff: true }).join(" "),
    evidence: evidenceInWords(words, card)?.words ?? null,
    bring: plainText(said?.bring || card.documents.filter(Boolean).join(", ")),
  };
}

const order = ["about", "when", "where", "ages", "languages", "rules", "evidence", "cost", "phone", "bring"];
const told: readonly string[] = ["when", "where", "cost"];

/** Everything the opened panel says of a program; what is short goes into a text for the family too. */
export function programFacts(words: Words, listing: FoundListing): PanelView["facts"] {
  const { t } = words;
  const lines = factsInWords(words, listing, t("listing:ask"));
  const more = moreOf(words, listing);
  return order.flatMap((key) => {
    const value = lines.find((line) => line.key === key)?.value ?? more[key];
    return value ? [{ label: t(`listing:label.${key}`), words: value, short: told.includes(key) }] : [];
  });
}
