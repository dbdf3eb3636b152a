import { plainText } from "~/domain/directory/editing/plain-text";
import type { ListingResult } from "~/domain/directory/reading/listing-card";
import type { Words } from "~/locales/words";

const longest = 160;
/** Before these a full stop ends no sentence. */
const short = /(?:^|[\s(])(?:[A-Z]|Dr|Mr|Mrs|Ms|St|Ave|Inc|No|vs|e\.g|i\.e|etc|U\.S)$/;
/** Headings of a long description: of what it does the words stay, what is of something else is passed over. */
const opening = /^(?:(?:overview|services?|description|program|purpose)\s*:\s*|\d\)\s*)+/i;
const aside =
  /^(?:bus|notes?|locations?|directions?|parking|hours|additional hours|fees?|wheelchair access|contact)\s*:/i;

function sentencesOf(text: string): string[] {
  const line = text.replace(/\s+/g, " ").trim();
  const found: string[] = [];
  let from = 0;
  for (const { index } of line.matchAll(/[.!?](?=\s)/g)) {
    if (index - from < 20 || short.test(line.slice(from, index))) continue;
    found.push(line.slice(from, index + 1).trim());
    from = index + 1;
  }
  return [...found, line.slice(from).trim()].filter(Boolean);
}

function cut(line: string): string {
  if (line.length <= longest) return line;
  return `${line.slice(0, longest).replace(/\s+\S*$/, "")}…`;
}

function firstSentence(text: string): string {
  const all = sentencesOf(text);
  return cut((all.find((one) => !aside.test(one)) ?? all[0] ?? "").replace(opening, ""));
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
