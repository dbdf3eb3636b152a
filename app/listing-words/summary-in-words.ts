import { plainText } from "~/domain/directory/editing/plain-text";
import type { ListingResult } from "~/domain/directory/reading/listing-card";
import type { Words } from "~/locales/words";

const longest = 160;
/** Before these a full stop ends no sentence. */
const short = /(?:^|[\s(])(?:[A-Z]|Dr|Mr|Mrs|Ms|St|Ave|Inc|No|vs|e\.g|i\.e|etc|U\.S)$/;

function firstSentence(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  for (const { index } of line.matchAll(/[.!?](?=\s)/g))
    if (index >= 20 && !short.test(line.slice(0, index))) return cut(line.slice(0, index + 1));
  return cut(line);
}

function cut(line: string): string {
  if (line.length <= longest) return line;
  return `${line.slice(0, longest).replace(/\s+\S*$/, "")}…`;
}

/** What it is in one line, as families read it, else as it describes itself; nothing of a place that is hidden. */
export function summaryInWords(
  { language }: Pick<Words, "language">,
  { card }: Pick<ListingResult, "card">,
): { words: string; language: string } | null {
  if (card.hidden) return null;
  const own = card.familyText[language]?.summary;
  if (own) return { words: firstSentence(own), language };
  const english = firstSentence(card.familyText["en"]?.summary || plainText(card.description));
  return english ? { words: english, language: "en" } : null;
}
