import type { CardSchedule, ListingResult } from "~/domain/directory/reading/listing-card";
import { weekdayNames } from "~/locales/intl-names";
import { capital } from "~/locales/language-name";
import type { Words } from "~/locales/words";

type Say = Pick<Words, "t" | "language" | "format">;
const week = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const exceptionsSaid = 4;

function dayNames({ language }: Say, days: readonly string[]): string[] {
  return days.flatMap((day) => {
    const at = week.indexOf(day);
    // The first of January 2024 was a Monday.
    return at < 0 ? [] : [weekdayNames(language).format(new Date(`2024-01-0${at + 1}`))];
  });
}

/** "18:00" as people of the country say it: 6 pm, 5:30 pm. */
export function clockTime(time: string): string {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return `${hours % 12 || 12}${minutes ? `:${String(minutes).padStart(2, "0")}` : ""} ${hours % 24 < 12 ? "am" : "pm"}`;
}

function usualDays(words: Say, { byday, opensAt, closesAt, description }: CardSchedule): string {
  const days = words.format.list(dayNames(words, byday));
  const times =
    opensAt && closesAt
      ? words.t("listing:hours.between", { from: clockTime(opensAt), to: clockTime(closesAt) })
      : "";
  const said = [days, times].filter(Boolean).join(", ") || (description ?? "").trim();
  return said === "" ? "" : `${capital(words, said)}${said.endsWith(".") ? "" : "."}`;
}

/** "Closed Thu, Nov 26." and days with other hours. */
function exceptions({ t, format }: Say, schedules: readonly CardSchedule[]): string[] {
  const days = schedules.filter((one) => one.exception && one.validFrom).slice(0, exceptionsSaid);
  const closed = days.filter((one) => one.closed).map((one) => format.date(one.validFrom ?? ""));
  const others = days.flatMap(({ closed: shut, opensAt, closesAt, validFrom }) =>
    shut || !opensAt || !closesAt
      ? []
      : [
          t("listing:hours.otherHours", {
            day: format.date(validFrom ?? ""),
            from: clockTime(opensAt),
            to: clockTime(closesAt),
          }),
        ],
  );
  return [
    ...(closed.length
      ? [t("listing:hours.closedOn", { count: closed.length, days: format.list(closed) })]
      : []),
    ...others,
  ];
}

/** A time of day, inside a sentence. */
export const timeOfDayInWords = ({ t }: Pick<Say, "t">, time: string) => t(`listing:time.${time}`);

/** When it is, as sentences: days and hours, else times of day, and the days that are not as usual; null: nobody said. */
export function hoursInWords(
  words: Say,
  { card, facts }: Pick<ListingResult, "card" | "facts">,
): string | null {
  const { t, format } = words;
  const usual = card.schedules.filter((schedule) => !schedule.exception);
  const told = usual.map((schedule) => usualDays(words, schedule)).filter(Boolean);
  const starts = told.length ? usual[0]?.validFrom : null;
  const times = format.list(facts.timesOfDay.map((time) => timeOfDayInWords(words, time)));
  const lines = [
    ...(told.length || !times ? told : [`${capital(words, times)}.`]),
    ...(starts ? [t("listing:hours.starts", { day: format.date(starts, "long") })] : []),
    ...exceptions(words, card.schedules),
  ];
  return lines.join(" ") || null;
}
