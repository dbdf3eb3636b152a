import { cardHours, type PreviewHours } from "~/domain/directory/reading/preview-hours";
import { shownDays } from "~/domain/directory/places/place-answers";
import { daysInWords } from "~/listing-words/days-in-words";
import type { Words } from "~/locales/words";

/** The days of the usual hours where they follow a rule that the form has no boxes for; null where the boxes say all. */
export function ruleInWords(
  words: Pick<Words, "t" | "language" | "format">,
  schedules: readonly PreviewHours[],
): string | null {
  const usual = schedules.find((one) => one.kind === "regular");
  if (!usual) return null;
  const hours = cardHours(usual);
  const plain = {
    ...hours,
    byday: shownDays(hours.byday),
    freq: null,
    interval: null,
    bymonthday: null,
    dtstart: null,
  };
  const said = daysInWords(words, hours);
  return said === daysInWords(words, { ...plain, more: false }) ? null : said;
}
