import type { RuleResult } from "~/domain/directory/search/match-rules";
import { codesInWords } from "../../listing-card/who-in-words.server";
import type { DeskWords } from "./desk-words.server";
import type { FoundListing } from "./search-result";
import type { ClosedView, RowView } from "./view";

const years = (months: number) => String(Math.max(0, Math.floor(months / 12)));

/** A rule that passed, as a reason it fits; null for what the row says anyway. */
function tickOf(words: DeskWords, { rule, detail, params }: RuleResult, panel: boolean): string | null {
  const { t, languageName } = words;
  switch (rule) {
    case "area":
      return panel ? t("rule.serves", params) : null;
    case "age":
      return t("rule.ages", { from: years(Number(params.min)), to: years(Number(params.max)) });
    case "language":
      if (panel && detail !== "interpreter") return languageName(String(params.code));
      return t(`rule.${detail === "interpreter" ? "interpreter" : "staff"}`, {
        language: languageName(String(params.code)),
      });
    case "time":
      return panel ? null : t(`chip.time.${params.value}`);
    case "mode":
      return panel ? null : t(`chip.mode.${params.value}`);
    case "cost":
      return t("rule.free");
    case "caregiver":
      return detail === "anyone"
        ? t("rule.anyCaregiver")
        : t("rule.forCaregiver", { list: codesInWords(words, "caregiver_role", [String(params.code)]) });
    case "open":
      return detail === "band" ? t("rule.bandOpen") : null;
    default:
      return null;
  }
}

/** A rule nobody can answer yet: what to ask. It never hides a program. */
function askOf(words: DeskWords, { rule, detail, params }: RuleResult): string | null {
  const { t, languageName } = words;
  if (rule === "caregiver")
    return t("rule.askCaregiver", { list: codesInWords(words, "caregiver_role", [String(params.code)]) });
  const keys: Partial<Record<RuleResult["rule"], string>> = {
    area: detail === "ask_tract" ? "rule.askTract" : "rule.askArea",
    distance: "rule.askDistance",
    age: "rule.askAge",
    language: "rule.askLanguage",
    time: "rule.askTime",
    cost: "rule.askCost",
    mode: "rule.askMode",
  };
  const key = keys[rule];
  return key ? t(key, { ...params, language: languageName(String(params.code ?? "en")) }) : null;
}

const present = (words: string | null): words is string => Boolean(words);

/** The reasons a program fits, and what is not known about it. */
export function reasonsOf(
  words: DeskWords,
  listing: FoundListing,
  panel = false,
): { ticks: string[]; asks: string[] } {
  const { rules } = listing.match;
  const hidden = listing.card.hidden;
  const passed = rules
    .filter((rule) => rule.outcome === "pass")
    .map((rule) => tickOf(words, rule, panel))
    .filter(present);
  const free =
    panel && listing.facts.isFree && !passed.includes(words.t("rule.free")) ? [words.t("rule.free")] : [];
  const care = listing.card.childcareOnSite && !panel ? [words.t("rule.childcare")] : [];
  const asks = rules
    .filter((rule) => rule.outcome === "ask" && !(hidden && rule.rule === "distance"))
    .map((rule) => askOf(words, rule))
    .filter(present);
  return { ticks: [...passed, ...free, ...care], asks };
}

/** Room as people read it, with the word beside it. */
export function roomWords({ t }: DeskWords, listing: FoundListing): Pick<RowView, "room" | "beside"> {
  const { room, facts } = listing;
  const days = facts.daysToFirstContact;
  const replies = days === null ? null : t("row.replies", { count: Math.max(1, days) });
  switch (room.kind) {
    case "openings":
      return {
        room: {
          tone: "ok",
          mark: "check",
          words: t("status:capacity.openings", { count: room.available ?? 0 }),
        },
        beside: replies,
      };
    case "open":
      return { room: { tone: "ok", mark: "check", words: t("status:capacity.open") }, beside: replies };
    case "waitlist": {
      const weeks = room.waitlistDays === null ? null : Math.max(1, Math.round(room.waitlistDays / 7));
      const words =
        weeks === null ? t("status:capacity.waitlist") : t("status:capacity.waitlistWeeks", { count: weeks });
      return { room: { tone: "warn", mark: "clock", words }, beside: replies };
    }
    case "unknown":
      return {
        room: { tone: "neu", mark: "phone", words: t("status:capacity.unknown") },
        beside: t("status:capacity.unknownMore"),
      };
    case "assess_first":
      return {
        room: { tone: "neu", mark: "text", words: t("status:capacity.assess_first") },
        beside: replies,
      };
    default:
      return {
        room: {
          tone: "neu",
          mark: "clock",
          words: t(room.kind === "full" ? "status:capacity.full" : "status:capacity.paused"),
        },
        beside: null,
      };
  }
}

export function whereWords({ t, format }: DeskWords, listing: FoundListing): string {
  const { card, match, facts } = listing;
  const near = match.miles !== null && match.miles < 0.5;
  const miles =
    match.miles === null || card.hidden
      ? null
      : near
        ? t("row.near")
        : t("row.miles", { count: Number(match.miles.toFixed(1)), number: format.number(match.miles, 1) });
  const modes = facts.deliveryModes;
  const comes = modes.includes("home")
    ? t("row.comesHome")
    : modes.includes("video")
      ? t("row.online")
      : modes.includes("phone")
        ? t("row.byPhone")
        : null;
  const place = card.hidden ? t("row.hidden") : (miles ?? card.address?.city ?? null);
  return [card.organizationName, [place, comes].filter(Boolean).join(", ")].filter(Boolean).join(" · ");
}

function checkedWords({ t }: DeskWords, days: number | null): string {
  if (days === null) return t("common:when.neverChecked");
  return days === 0 ? t("common:when.checkedToday") : t("common:when.checked", { count: days });
}

/** One row of the results, all in words. */
export function describeListing(
  words: DeskWords,
  listing: FoundListing,
  at: number,
  kept: ReadonlySet<string>,
): RowView {
  const { ticks, asks } = reasonsOf(words, listing);
  const { checkedDaysAgo, review } = listing.freshness;
  const stale =
    review === "stale" && checkedDaysAgo !== null ? [words.t("row.stale", { count: checkedDaysAgo })] : [];
  return {
    at,
    slug: listing.card.slug,
    name: listing.card.name,
    where: whereWords(words, listing),
    ...roomWords(words, listing),
    ticks,
    asks: [...asks, ...stale],
    checked: stale.length > 0 ? "" : checkedWords(words, checkedDaysAgo),
    kept: kept.has(listing.serviceId),
  };
}

/** A program that takes no referrals now, in words. */
export function describeClosed(words: DeskWords, listing: FoundListing): ClosedView {
  return {
    name: listing.card.name,
    where: whereWords(words, listing),
    words: roomWords(words, listing).room.words,
  };
}
