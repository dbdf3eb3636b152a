import { z } from "zod";
import { later } from "../../kernel/durations";
import { type IsoDate, addDays, dateIn } from "../../kernel/calendar";

const ruleOf = {
  freq: z.string().nullish(),
  interval: z.number().nullish(),
  /** Days of the month, "1,15"; -1 is the last. */
  bymonthday: z.string().nullish(),
  dtstart: z.string().nullish(),
  count: z.number().nullish(),
  /** More of a rule than is put into words: weeks or days of the year. */
  more: z.boolean().default(false),
};

/** Hours as a card carries them. */
export const scheduleSchema = z.object({
  /** "MO"; "2TU" is the second Tuesday of a month. */
  byday: z.array(z.string()),
  opensAt: z.string().nullable(),
  closesAt: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullish(),
  until: z.string().nullish(),
  description: z.string().nullable(),
  /** A day that is not as usual: `validFrom` is that day, to `validTo` where it is several. */
  exception: z.boolean().default(false),
  closed: z.boolean().default(false),
  timeZone: z.string().nullish(),
  ...ruleOf,
});
export type CardSchedule = z.infer<typeof scheduleSchema>;

const longAgo = "0001-01-01";
const aheadDays = 60;

/** The last day on which a rule of so many times can fall; null where it does not end by a count. */
function lastOfCount({ freq, interval, dtstart, count, byday }: CardSchedule): IsoDate | null {
  if (!dtstart || !count || count < 1 || count > 5_000) return null;
  const step = freq === "MONTHLY" ? 31 : freq === "WEEKLY" ? 7 : null;
  if (step === null) return null;
  const turns = Math.ceil(count / Math.max(1, byday.length));
  return addDays(dtstart, turns * step * Math.max(1, Math.min(interval ?? 1, 60)));
}

const earliest = (days: (string | null | undefined)[]): string | null =>
  days.filter((day): day is string => typeof day === "string").toSorted()[0] ?? null;

/** The last day of hours that end. */
const endOf = (one: CardSchedule): string | null => earliest([one.validTo, one.until, lastOfCount(one)]);

/**
 * Hours that still hold: usual ones that have not ended, their first day only while it lies ahead and their last only when it is
 * near; exceptions of the next sixty days. In the listing's own time zone.
 */
export function hoursAhead(schedules: readonly CardSchedule[], now: Date): CardSchedule[] {
  return schedules.flatMap((one): CardSchedule[] => {
    const zone = one.timeZone ?? "UTC";
    const today = dateIn(zone, now);
    const soon = dateIn(zone, later(now, { days: aheadDays }));
    if (one.exception) {
      const first = one.validFrom ?? longAgo;
      const last = one.validTo ?? first;
      return last >= today && first <= soon ? [one] : [];
    }
    const end = endOf(one);
    if (end !== null && end < today) return [];
    const start = one.validFrom ?? one.dtstart ?? null;
    return [
      {
        ...one,
        validFrom: start !== null && start >= today ? start : null,
        validTo: end !== null && end <= soon ? end : null,
      },
    ];
  });
}
