import type { Dosage } from "./engagement-views";
import { dateOf, daysBetween, type IsoDate } from "../kernel/calendar";

type Held = { date: Date; status: string; supersededById: string | null };
const quietDays = 30;
const missed = ["no_show", "cancelled_by_family"];

/** A superseded row is history and counts nowhere. */
const counted = <S extends Held>(sessions: readonly S[]): S[] =>
  sessions.filter((session) => session.supersededById === null && session.status !== "rescheduled");

export function dosageOf(planned: number | null, sessions: readonly Held[]): Dosage {
  const delivered = counted(sessions).filter(({ status }) => status === "attended").length;
  return { planned, delivered, percent: planned ? Math.round((delivered / planned) * 100) : null };
}

export function lastAttended(sessions: readonly Held[]): Date | null {
  const days = counted(sessions).flatMap(({ status, date }) =>
    status === "attended" ? [date.getTime()] : [],
  );
  return days.length > 0 ? new Date(Math.max(...days)) : null;
}

/** Two missed in a row (the latest two held or missed), or thirty days of the calendar without a session attended. */
export function isQuiet(sessions: readonly Held[], enrolledOn: Date, today: IsoDate): boolean {
  const past = counted(sessions)
    .filter(({ status }) => status === "attended" || missed.includes(status))
    .sort((a, b) => b.date.getTime() - a.date.getTime());
  if (past.length >= 2 && past.slice(0, 2).every(({ status }) => missed.includes(status))) return true;
  const since = lastAttended(sessions) ?? enrolledOn;
  return daysBetween(dateOf(since), today) >= quietDays;
}
