import { dateOf } from "../../kernel/calendar";
import type { CardSchedule } from "./card-hours";

/** Hours as their row has them. */
export interface PreviewHours {
  locationId: string | null;
  serviceAtLocationId: string | null;
  byday: string[];
  opensAt: string | null;
  closesAt: string | null;
  validFrom: Date | null;
  description: string | null;
  kind: string;
  closed: boolean;
  timeZone: string | null;
  validTo: Date | null;
  until: Date | null;
  dtstart: Date | null;
  freq: string | null;
  interval: number | null;
  count: number | null;
  bymonthday: string | null;
  byweekno: string | null;
  byyearday: string | null;
}

const dayOf = (day: Date | null) => day && dateOf(day);

/** Hours as the card of search-index/card-rows has them. */
export const cardHours = (one: PreviewHours): CardSchedule => ({
  byday: one.byday,
  opensAt: one.opensAt,
  closesAt: one.closesAt,
  description: one.description,
  exception: one.kind === "exception",
  closed: one.closed,
  timeZone: one.timeZone,
  validFrom: dayOf(one.validFrom),
  validTo: dayOf(one.validTo),
  until: dayOf(one.until),
  dtstart: dayOf(one.dtstart),
  freq: one.freq?.toUpperCase() ?? null,
  interval: one.interval,
  count: one.count,
  bymonthday: one.bymonthday,
  more: one.byweekno !== null || one.byyearday !== null,
});

const isUsual = (one: PreviewHours) => one.kind === "regular";

/** Usual hours of the listing at a place go before the listing's, and those before the place's own; days that are different count everywhere. */
export function nearestHours(
  site: PreviewHours[],
  listings: PreviewHours[],
  location: PreviewHours[],
): PreviewHours[] {
  const nearest = [site, listings, location].find((own) => own.some(isUsual)) ?? [];
  return [...nearest.filter(isUsual), ...[...listings, ...site, ...location].filter((one) => !isUsual(one))];
}
