import type { Ctx } from "~/domain/kernel/context";
import { can } from "~/domain/kernel/index.server";
import { formatIn, formatPhone } from "~/locales/format";
import { plainText } from "~/domain/directory/editing/plain-text";
import { exceptionsInWords } from "../../listing-card/describe-card.server";
import { evidenceInWords, whoInWords } from "../../listing-card/who-in-words.server";
import { draftOf, familyKnown } from "./describe-call.server";
import { reasonsOf, roomWords } from "./describe-listing.server";
import type { DeskWords } from "./desk-words.server";
import type { FindFacts } from "./find-facts.server";
import type { FoundListing } from "./search-result";
import type { PanelView } from "./view";
import { weekdayNames } from "~/locales/intl-names";

const hows = ["text", "warm", "open"] as const;

function scheduleWords({ t, language, format }: DeskWords, listing: FoundListing): string | null {
  const days = weekdayNames(language);
  const clock = formatIn(language, "UTC");
  const codes = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
  const dayName = (code: string) => days.format(new Date(Date.UTC(2026, 0, 4 + codes.indexOf(code))));
  const usual = listing.card.schedules.filter((schedule) => !schedule.exception);
  const lines = usual.map(({ byday, opensAt, closesAt, description }) => {
    const hours = [opensAt, closesAt]
      .filter(Boolean)
      .map((at) => clock.time(`2026-01-01T${at?.slice(0, 5)}:00Z`))
      .join("–");
    return [
      byday
        .filter((code) => codes.includes(code))
        .map(dayName)
        .join(", "),
      hours,
      description,
    ]
      .filter(Boolean)
      .join(" ");
  });
  const times = listing.facts.timesOfDay.map((time) => t(`chip.time.${time}`));
  const except = exceptionsInWords({ t, format, language }, listing.card.schedules);
  return [...lines.filter(Boolean), ...(lines.length > 0 ? [] : times), ...except].join("; ") || null;
}

function phoneOf(listing: FoundListing): string | null {
  const { phone } = listing.card;
  if (!phone) return null;
  return phone.extension ? `${formatPhone(phone.number)} x${phone.extension}` : formatPhone(phone.number);
}

function factsOf(words: DeskWords, listing: FoundListing): PanelView["facts"] {
  const { t, language, languageName } = words;
  const { card, facts } = listing;
  const said = card.familyText[language];
  const address =
    card.address &&
    [card.address.street, card.address.city, card.address.postalCode].filter(Boolean).join(", ");
  const ages =
    facts.childAgeMinMonths === null && facts.childAgeMaxMonths === null
      ? null
      : t("rule.ages", {
          from: Math.max(0, Math.floor((facts.childAgeMinMonths ?? 0) / 12)),
          to: Math.floor((facts.childAgeMaxMonths ?? 216) / 12),
        });
  const speak =
    facts.staffLanguages.length > 0
      ? t("rule.staff", { language: words.format.list(facts.staffLanguages.map(languageName)) })
      : null;
  const lines: [string, string | null | undefined][] = [
    ["about", said?.summary || plainText(card.description)],
    ["when", scheduleWords(words, listing) ?? t("open.ask")],
    ["where", card.hidden ? t("open.hidden") : address || t("open.ask")],
    ["who", [ages, speak].filter(Boolean).join(". ") || t("open.ask")],
    ["rules", whoInWords(words, card, { staff: true }).join(" ")],
    ["evidence", evidenceInWords(words, card)?.words],
    ["cost", facts.isFree ? t("rule.free") : (card.feesDescription ?? t("open.ask"))],
    ["phone", phoneOf(listing)],
    ["bring", said?.bring || card.documents.filter(Boolean).join(", ")],
  ];
  return lines.flatMap(([key, value]) =>
    value ? [{ label: t(`open.${key}`), words: value, short: ["when", "where", "cost"].includes(key) }] : [],
  );
}

/** The panel for one program of the results; `how` says what it is opened for. */
export function describePanel(
  words: DeskWords,
  ctx: Ctx,
  facts: FindFacts,
  listing: FoundListing,
  at: number,
  how: string | null,
  due: Date,
): PanelView {
  const { call, search } = facts;
  const draft = draftOf(call, words.language);
  const known = familyKnown(call, search.criteria);
  const { ticks, asks } = reasonsOf(words, listing, true);
  return {
    how: hows.find((each) => each === how) ?? "refer",
    at,
    slug: listing.card.slug,
    name: listing.card.name,
    organization: listing.card.organizationName,
    replies: roomWords(words, listing).beside,
    ticks,
    asks,
    phone: phoneOf(listing),
    facts: factsOf(words, listing),
    stale: listing.freshness.review === "stale",
    needsRelease: listing.card.needsSignedRelease,
    canRefer: can(ctx, "send", "ServiceReferral") && listing.match.takingReferrals,
    due: words.format.dateTime(due),
    draft: {
      ...draft,
      script:
        facts.call.draft.script || facts.call.family || search.criteria?.languages[0] !== "es"
          ? draft.script
          : "es",
    },
    known: { postalCode: known.postalCode, childAgesMonths: known.childAgesMonths },
    carried: call.family !== null && draft.name !== "",
    formKey: crypto.randomUUID(),
  };
}
