import { dateIn } from "~/domain/kernel/calendar";
import { daysPassed } from "~/domain/kernel/durations";
import type { Words } from "~/locales/words";

/** The day of a moment, by the jurisdiction's calendar. */
export const dayOf = ({ timeZone }: Pick<Words, "timeZone">, at: Date) => dateIn(timeZone, at);

/** Whether a moment lies on the day of the request. */
export const isToday = (words: Pick<Words, "timeZone" | "now">, at: Date) =>
  dayOf(words, at) === dayOf(words, words.now);

/** A due time beside a row: today by its hour, other days by their name. */
export function whenInWords(words: Words, at: Date): string {
  const { t, format, now } = words;
  if (isToday(words, at)) return t("row.today", { time: format.time(at) });
  const near = Math.abs(daysPassed(now, at)) < 6;
  return near ? `${format.date(at).split(",")[0]}, ${format.time(at)}` : format.dateTime(at);
}
