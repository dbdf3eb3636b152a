import type { ListingResult } from "~/domain/directory/reading/listing-card";
import type { RuleResult } from "~/domain/directory/search/match-rules";
import { childAge } from "~/locales/child-ages";
import { languageName } from "~/locales/language-name";
import type { Words } from "~/locales/words";
import { agesInWords } from "./ages-in-words";
import { timeOfDayInWords } from "./hours-in-words";
import { milesInWords, modeInWords } from "./place-in-words";
import { codesInWords } from "./who-in-words";

type Found = Pick<ListingResult, "facts" | "match">;

function failOf(words: Words, { facts }: Found, { rule, params }: RuleResult, within: number): string | null {
  const { t } = words;
  switch (rule) {
    case "age":
      return t("listing:misfit.age", {
        age: childAge(words, Number(params["age"])),
        ages: agesInWords(words, facts),
      });
    case "area":
      return t("listing:misfit.area", params);
    case "distance":
      return t("listing:misfit.distance", {
        miles: milesInWords(words, Number(params["count"])),
        count: within,
      });
    case "caregiver":
      return t("listing:misfit.caregiver", {
        list: codesInWords(words, "caregiver_role", String(params["only"]).split(" ")),
      });
    case "language":
      return t("listing:misfit.language", { language: languageName(words, String(params["code"])) });
    case "time":
      return t("listing:misfit.time", { time: timeOfDayInWords(words, String(params["value"])) });
    case "mode":
      return t("listing:misfit.mode", { mode: modeInWords(words, String(params["value"])) });
    case "cost":
      return t("listing:misfit.cost");
    case "without":
      return t("listing:misfit.without");
    default:
      return null;
  }
}

/** Why a program does not fit a search: each rule that failed. `within`: how many miles the search looks around its place. */
export function misfitInWords(words: Words, listing: Found, within: number): string[] {
  return listing.match.rules
    .filter(({ outcome }) => outcome === "fail")
    .map((rule) => failOf(words, listing, rule, within))
    .filter((said): said is string => said !== null);
}
