import type { TFunction } from "i18next";
import type { CardSchedule, ListingResult } from "~/domain/directory/reading/listing-card";
import { plainText } from "~/domain/directory/editing/plain-text";
import { formatIn, formatPhone } from "./format";
import { languageNames, weekdayNames } from "./intl-names";
import type { Language } from "./languages";

export interface FactLine {
  /** "when", "where", ... */
  key: string;
  label: string;
  value: string;
}
export interface FactWords {
  language: Language;
  /** Words of `checks` and `status`. */
  t: TFunction;
  timeZone: string;
}

const dayOrder = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

function clockTime(time: string): string {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return `${hours % 12 || 12}${minutes ? `:${String(minutes).padStart(2, "0")}` : ""} ${hours < 12 ? "am" : "pm"}`;
}

function hours({ language, t, timeZone }: FactWords, one: CardSchedule): string {
  const days = one.byday.flatMap((day) => {
    const at = dayOrder.indexOf(day);
    return at < 0 ? [] : [weekdayNames(language).format(new Date(Date.UTC(2024, 0, 1 + at)))];
  });
  const times =
    one.opensAt && one.closesAt
      ? t("checks:fact.hours", { from: clockTime(one.opensAt), to: clockTime(one.closesAt) })
      : "";
  return (
    [formatIn(language, timeZone).list(days), times].filter(Boolean).join(", ") || (one.description ?? "")
  );
}

function roomWords({ t }: FactWords, { room }: ListingResult): string {
  if (room.kind === "openings") return t("status:capacity.openings", { count: room.available ?? 0 });
  const weeks = room.waitlistDays === null ? null : Math.max(1, Math.round(room.waitlistDays / 7));
  if (room.kind === "waitlist" && weeks !== null) return t("status:capacity.waitlistWeeks", { count: weeks });
  if (room.kind === "unknown") return t("status:capacity.unknownMore");
  return t(`status:capacity.${room.kind === "closed" ? "paused" : room.kind}`);
}

function placeWords({ t }: FactWords, { card, facts }: ListingResult): string {
  if (card.hidden) return t("checks:fact.private");
  const { street, city, postalCode } = card.address ?? { street: null, city: null, postalCode: null };
  const modes = facts.deliveryModes.map((mode) => t(`checks:fact.mode.${mode}`));
  return [[street, city, postalCode].filter(Boolean).join(", "), ...modes].filter(Boolean).join(" · ");
}

function ageWords({ t }: FactWords, { facts }: ListingResult): string {
  const { childAgeMinMonths: min, childAgeMaxMonths: max } = facts;
  if (min === null && max === null) return "";
  const years = (months: number) =>
    months < 0
      ? t("checks:fact.unborn")
      : months < 24 && months % 12 !== 0
        ? t("checks:fact.months", { count: months })
        : t("checks:fact.years", { count: Math.floor(months / 12) });
  return t("checks:fact.ages", { from: years(min ?? 0), to: years(max ?? 216) });
}

function costWords({ t }: FactWords, { facts, card }: ListingResult): string {
  if (facts.isFree) return t("checks:fact.free");
  return card.feesDescription ? plainText(card.feesDescription).slice(0, 160) : "";
}

/** The name families read in a language. */
export function listingName({ language }: Pick<FactWords, "language">, { card }: ListingResult): string {
  return card.familyText[language]?.name || plainText(card.name);
}

/**
 * What a listing says, a line a fact, for whoever keeps it: the mail that asks, its page, the provider's strip. A fact that
 * is not given says so. Of a hidden place there is no word.
 */
export function describeListingFacts(words: FactWords, listing: ListingResult): FactLine[] {
  const { t, language, timeZone } = words;
  const { card, facts } = listing;
  const phone = card.phone
    ? formatPhone(card.phone.number) +
      (card.phone.extension === null
        ? ""
        : ` ${t("checks:fact.extension", { number: card.phone.extension })}`)
    : "";
  const spoken = facts.staffLanguages.map((code) =>
    code === "ase" ? "ASL" : (languageNames(language).of(code) ?? code),
  );
  const lines: [string, string][] = [
    ["room", roomWords(words, listing)],
    ["phone", phone],
    [
      "when",
      card.schedules
        .map((one) => hours(words, one))
        .filter(Boolean)
        .join("; "),
    ],
    ["where", placeWords(words, listing)],
    ["languages", formatIn(language, timeZone).list(spoken)],
    ["who", ageWords(words, listing)],
    ["cost", costWords(words, listing)],
  ];
  return lines.map(([key, value]) => ({
    key,
    label: t(`checks:fact.label.${key}`),
    value: value || t("checks:fact.notGiven"),
  }));
}
