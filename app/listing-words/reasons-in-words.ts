import type { ListingResult } from "~/domain/directory/reading/listing-card";
import type { RuleResult } from "~/domain/directory/search/match-rules";
import { capital, languageLabel } from "~/locales/language-name";
import type { Words } from "~/locales/words";
import { agesInWords } from "./ages-in-words";
import { timeOfDayInWords } from "./hours-in-words";
import { oneLanguageInWords } from "./languages-in-words";
import { modeInWords } from "./place-in-words";
import { codesInWords } from "./who-in-words";

type Found = Pick<ListingResult, "facts" | "card" | "match">;

const caregiver = (words: Words, params: RuleResult["params"]) =>
  codesInWords(words, "caregiver_role", [String(params["code"])]);

/** A rule that passed, as a reason it fits; null for what is said beside it anyway. */
function tickOf(words: Words, { facts }: Found, rule: RuleResult, beside: boolean): string | null {
  const { t } = words;
  const { detail, params } = rule;
  switch (rule.rule) {
    case "area":
      return beside ? t("listing:area.serves", params) : null;
    case "age": {
      const ages = agesInWords(words, facts);
      return ages && t("listing:ages.children", { ages });
    }
    case "language":
      if (beside && detail !== "interpreter") return languageLabel(words, String(params["code"]));
      return oneLanguageInWords(
        words,
        String(params["code"]),
        detail === "interpreter" ? "interpreter" : "staff",
      );
    case "time":
      return beside ? null : capital(words, timeOfDayInWords(words, String(params["value"])));
    case "mode":
      return beside ? null : capital(words, modeInWords(words, String(params["value"])));
    case "cost":
      return t("listing:cost.free");
    case "caregiver":
      return detail === "anyone"
        ? t("listing:caregiver.any")
        : t("listing:caregiver.for", { list: caregiver(words, params) });
    case "open":
      return detail === "band" ? t("listing:bandOpen") : null;
    default:
      return null;
  }
}

/** A rule nobody can answer yet: what to ask. It never hides a program. */
function askOf(words: Words, { rule, detail, params }: RuleResult): string | null {
  const { t } = words;
  switch (rule) {
    case "caregiver":
      return t("listing:caregiver.ask", { list: caregiver(words, params) });
    case "language":
      return oneLanguageInWords(words, String(params["code"] ?? "en"), "ask");
    case "area":
      return t(detail === "ask_tract" ? "listing:area.askTract" : "listing:area.ask", params);
    case "distance":
      return t("listing:place.askShort");
    case "age":
      return t("listing:ages.ask");
    case "time":
      return t("listing:time.askShort");
    case "cost":
      return t("listing:cost.ask");
    case "mode":
      return t("listing:mode.ask");
    default:
      return null;
  }
}

/** What to ask of where it serves, for whoever said where they live; null where that is known or was not said. */
export function askAreaInWords(words: Words, { match }: Pick<Found, "match">): string | null {
  const open = match.rules.find(({ rule, outcome }) => rule === "area" && outcome === "ask");
  return open ? askOf(words, open) : null;
}

const present = (said: string | null): said is string => Boolean(said);

/** The reasons a program fits a search, and what is not known about it. `beside`: its own facts stand next to them. */
export function reasonsInWords(
  words: Words,
  listing: Found,
  { beside = false }: { beside?: boolean } = {},
): { ticks: string[]; asks: string[] } {
  const { match, card, facts } = listing;
  const { t } = words;
  const of = (outcome: RuleResult["outcome"]) => match.rules.filter((rule) => rule.outcome === outcome);
  const passed = of("pass")
    .map((rule) => tickOf(words, listing, rule, beside))
    .filter(present);
  const free = t("listing:cost.free");
  const asks = of("ask").filter(({ rule }) => !(card.hidden && rule === "distance"));
  return {
    ticks: [
      ...passed,
      ...(beside && facts.isFree && !passed.includes(free) ? [free] : []),
      ...(card.childcareOnSite && !beside ? [t("listing:childcare")] : []),
    ],
    asks: asks.map((rule) => askOf(words, rule)).filter(present),
  };
}

/** In how many days they usually answer, as measured; null while nobody knows. */
export function repliesInWords({ t }: Pick<Words, "t">, { facts }: Pick<Found, "facts">): string | null {
  const days = facts.daysToFirstContact;
  return days === null ? null : t("listing:replies", { count: Math.max(1, days) });
}
