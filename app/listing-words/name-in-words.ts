import { plainText } from "~/domain/directory/editing/plain-text";
import type { ListingResult } from "~/domain/directory/reading/listing-card";
import type { Words } from "~/locales/words";

/** The name families read, and the language it is in. */
export function nameInWords(
  { language }: Pick<Words, "language">,
  { card }: { card: Pick<ListingResult["card"], "name" | "familyText"> },
) {
  const own = card.familyText[language]?.name;
  if (own) return { name: plainText(own), language };
  return { name: plainText(card.familyText["en"]?.name || card.name), language: "en" };
}
