import type { TFunction } from "i18next";
import type { ListingResult, CardSchedule } from "~/domain/directory/reading/listing-card";
import { plainText } from "~/domain/directory/editing/plain-text";
import type { Format } from "~/locales/format";
import type { Language } from "~/locales/languages";
import type { CardLine, CardView } from "./card-view";
import { forWhom } from "./who-in-words.server";
import { languageNames, mileNumbers, weekdayNames } from "~/locales/intl-names";

/** What card sentences are written with: words of `public` and `status`, one language, one zone. */
export interface CardWords {
  language: Language;
  t: TFunction;
  format: Format;
}

const dayIndex: Record<string, number> = { MO: 0, TU: 1, WE: 2, TH: 3, FR: 4, SA: 5, SU: 6 };

function dayNames({ language }: CardWords, days: readonly string[]): string[] {
  const name = weekdayNames(language);
  return days.flatMap((day) =>
    day in dayIndex ? [name.format(new Date(Date.UTC(2024, 0, 1 + (dayIndex[day] ?? 0))))] : [],
  );
}

/** "18:00" as people of the country say it: 6 pm, 5:30 pm. */
function clockTime(time: string): string {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const half = hours < 12 ? "am" : "pm";
  return `${hours % 12 || 12}${minutes ? `:${String(minutes).padStart(2, "0")}` : ""} ${half}`;
}

function scheduleInWords(words: CardWords, schedule: CardSchedule): string {
  const { t, format } = words;
  const days = format.list(dayNames(words, schedule.byday));
  const times =
    schedule.opensAt && schedule.closesAt
      ? t("public:card.hours", { from: clockTime(schedule.opensAt), to: clockTime(schedule.closesAt) })
      : "";
  const text = [days, times].filter(Boolean).join(", ") || schedule.description || "";
  return text === "" ? "" : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** "Closed Thu, Nov 26." and days with other hours. */
export function exceptionsInWords({ t, format }: CardWords, schedules: readonly CardSchedule[]): string[] {
  const days = schedules.filter((one) => one.exception && one.validFrom).slice(0, 4);
  const closed = days.filter((one) => one.closed).map((one) => format.date(one.validFrom ?? ""));
  return [
    ...(closed.length
      ? [t("public:card.closedOn", { count: closed.length, days: format.list(closed) })]
      : []),
    ...days.flatMap(({ closed: shut, opensAt, closesAt, validFrom }) =>
      shut || !opensAt || !closesAt
        ? []
        : [
            t("public:card.otherHours", {
              day: format.date(validFrom ?? ""),
              from: clockTime(opensAt),
              to: clockTime(closesAt),
            }),
          ],
    ),
  ];
}

function whenLine(words: CardWords, { card, facts }: ListingResult): string {
  const { t, format } = words;
  const usual = card.schedules.filter((schedule) => !schedule.exception);
  const told = usual.map((schedule) => scheduleInWords(words, schedule)).filter(Boolean);
  const starts = usual[0]?.validFrom;
  const except = exceptionsInWords(words, card.schedules);
  if (told.length)
    return [
      ...told,
      ...(starts ? [t("public:card.starts", { day: format.date(starts, "long") })] : []),
      ...except,
    ].join(" ");
  if (facts.timesOfDay.length)
    return t("public:card.times", {
      times: format.list(facts.timesOfDay.map((time) => t(`public:card.time.${time}`))),
    });
  return t("public:card.timesAsk");
}

/** One decimal; what is closer than a mile is not told apart, since points may stand for a ZIP. */
function milesInWords({ t, language }: Pick<CardWords, "t" | "language">, miles: number): string {
  if (miles < 1) return t("public:card.milesUnderOne");
  return t("public:card.miles", {
    miles: mileNumbers(language).format(miles),
  });
}

function whereLine({ t, language }: CardWords, { card, facts, match }: ListingResult): CardLine {
  if (card.hidden) return { icon: "shield", words: t("public:card.hidden") };
  const modes = facts.deliveryModes;
  const part = facts.areaTracts?.length ? t("public:card.partArea") : null;
  if (modes.includes("home"))
    return { icon: "home", words: [t("public:card.comesHome"), part].filter(Boolean).join(" ") };
  const near = match.miles === null ? null : milesInWords({ t, language }, match.miles);
  const town = card.address?.city ? t("public:card.town", { town: card.address.city }) : null;
  const place =
    near ?? town ?? (modes.includes("phone") ? t("public:card.byPhone") : t("public:card.placeAsk"));
  const also = modes.includes("video") ? t("public:card.orOnline") : null;
  const bus = card.transportation ? t("public:card.transport", { words: card.transportation }) : null;
  return { icon: "pin", words: [place, bus, also, part].filter(Boolean).join(" ") };
}

function languageName({ language }: CardWords, code: string): string {
  const name = code === "ase" ? "ASL" : (languageNames(language).of(code) ?? code);
  return language === "en" ? name : name.toLocaleLowerCase(language);
}

function yearsOf(words: CardWords, months: number): string {
  if (months < 0) return words.t("public:card.age.unborn");
  return months < 24 && months % 12 !== 0
    ? words.t("public:card.age.months", { count: months })
    : words.format.number(Math.floor(months / 12));
}

function ageWords(words: CardWords, { facts }: ListingResult): string | null {
  const { childAgeMinMonths: min, childAgeMaxMonths: max } = facts;
  if (min === null && max === null) return null;
  return words.t("public:card.ages", { from: yearsOf(words, min ?? 0), to: yearsOf(words, max ?? 216) });
}

function languageLine(words: CardWords, listing: ListingResult): string {
  const { t, format } = words;
  const spoken = listing.facts.staffLanguages.map((code) => languageName(words, code));
  const said = spoken.length
    ? t("public:card.languages", { languages: format.list(spoken) })
    : t("public:card.languagesAsk");
  const childcare = listing.card.childcareOnSite ? t("public:card.childcare") : null;
  return [said, childcare, ageWords(words, listing), forWhom(words, listing.card)].filter(Boolean).join(" ");
}

function costLine({ t }: CardWords, { facts, card }: ListingResult): string {
  if (facts.isFree) return t("public:card.free");
  if (card.feesDescription)
    return t("public:card.fees", { words: plainText(card.feesDescription).slice(0, 160) });
  return t(facts.isFree === false ? "public:card.paid" : "public:card.costAsk");
}

/** Room as a tag. Only a count that somebody set within fourteen days is shown. */
export function roomInWords(
  { t }: Pick<CardWords, "t">,
  { room }: Pick<ListingResult, "room">,
): CardView["room"] {
  if (room.kind === "openings")
    return { tone: "ok", words: t("status:capacity.openings", { count: room.available ?? 0 }) };
  if (room.kind === "open") return { tone: "ok", words: t("status:capacity.open") };
  if (room.kind === "waitlist") {
    const weeks = room.waitlistDays === null ? null : Math.max(1, Math.round(room.waitlistDays / 7));
    return {
      tone: "warn",
      words:
        weeks === null ? t("status:capacity.waitlist") : t("status:capacity.waitlistWeeks", { count: weeks }),
    };
  }
  const keys = { full: "full", assess_first: "assess_first", unknown: "unknown", closed: "paused" } as const;
  return { tone: "neu", words: t(`status:capacity.${keys[room.kind]}`) };
}

export function checkedInWords({ t }: Pick<CardWords, "t">, days: number | null): string {
  if (days === null) return t("common:when.neverChecked");
  return days === 0 ? t("common:when.checkedToday") : t("common:when.checked", { count: days });
}

/** A result as a family's card in one language. Text that is only in another language says in which. */
export function describeCard(words: CardWords, listing: ListingResult): CardView {
  const { card, facts } = listing;
  const own = card.familyText[words.language];
  const english = card.familyText["en"];
  const number = card.phone?.number ?? null;
  return {
    id: listing.serviceId,
    slug: card.slug,
    name: own?.name || english?.name || plainText(card.name),
    nameLanguage: own?.name ? words.language : "en",
    organization: plainText(card.organizationName),
    room: roomInWords(words, listing),
    lines: [
      whereLine(words, listing),
      { icon: "calendar", words: whenLine(words, listing) },
      { icon: "globe", words: languageLine(words, listing) },
      { icon: "check", words: costLine(words, listing) },
    ],
    phone: number
      ? { words: words.format.phone(number), href: `tel:${number.replace(/[^\d+]/g, "")}` }
      : null,
    canAsk:
      card.acceptsReferrals &&
      !card.temporarilyClosed &&
      facts.serviceId !== "" &&
      card.acceptsSelfReferral !== false &&
      !card.needsSignedRelease &&
      listing.freshness.review !== "stale",
    checked: checkedInWords(words, listing.freshness.checkedDaysAgo),
    stale: listing.freshness.review === "stale",
  };
}
