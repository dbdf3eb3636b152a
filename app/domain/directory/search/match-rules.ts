import { type CapacityFacts, type Room, roomOf, roomOfBands, roomRank } from "../openings/capacity";
import { staleDays } from "../reading/freshness";
import { type Point, flatMiles } from "../places/geo";
import type { SearchCriteria } from "./search-criteria";
import { daysPassed } from "../../kernel/durations";

/** What matching looks at: one service at one place. Null or empty means not known. */
export interface ListingFacts {
  serviceId: string;
  name: string;
  needCodes: readonly string[];
  staffLanguages: readonly string[];
  interpreterLanguages: readonly string[];
  /** Interpreters are mentioned without saying for which languages. */
  interpretersMentioned: boolean;
  timesOfDay: readonly string[];
  deliveryModes: readonly string[];
  /** Caregivers it is stated to be for, and those whom that shuts out; both empty: nothing stated. */
  forCaregivers: readonly string[];
  notCaregivers: readonly string[];
  isFree: boolean | null;
  childAgeMinMonths: number | null;
  childAgeMaxMonths: number | null;
  /** Null: no area stated. */
  areaZips: readonly string[] | null;
  areaCounties: readonly string[] | null;
  areaTracts: readonly string[] | null;
  /** Null also when the address is hidden. */
  point: Point | null;
  capacity: CapacityFacts;
  daysToFirstContact: number | null;
  evidenceRank: number;
  assuredAt: Date | null;
}
export type Outcome = "pass" | "fail" | "ask";
export interface RuleResult {
  rule:
    | "need"
    | "area"
    | "distance"
    | "age"
    | "caregiver"
    | "language"
    | "time"
    | "cost"
    | "mode"
    | "without"
    | "open";
  outcome: Outcome;
  /** Words for the screen: `needs:rule.<rule>.<detail>`. */
  detail: string;
  params: Record<string, string | number>;
}
export interface Match {
  rules: RuleResult[];
  /** False when a rule failed; not taking referrals is not a failure but folds the listing away. */
  fits: boolean;
  takingReferrals: boolean;
  /** Room for this search: of the child's age and the language asked, where openings are counted so. */
  room: Room;
  miles: number | null;
  /** Its place among those whose words fit alike. */
  order: (number | string)[];
}

const result = (
  rule: RuleResult["rule"],
  outcome: Outcome,
  detail: string = outcome,
  params: RuleResult["params"] = {},
) => ({
  rule,
  outcome,
  detail,
  params,
});
const overlaps = (a: readonly string[], b: readonly string[]) => a.some((entry) => b.includes(entry));
/** How far a home visitor is taken to come when no area is stated. */
export const homeVisitMiles = 25;

const noAreaStated = ({ areaZips, areaCounties, areaTracts }: ListingFacts) =>
  areaZips === null && areaCounties === null && areaTracts === null;

/** Whether the family need not come to the door. */
function comesToFamily(facts: ListingFacts, miles: number | null, radiusMiles: number): boolean {
  if (overlaps(facts.deliveryModes, ["video", "phone"])) return true;
  if (!facts.deliveryModes.includes("home")) return false;
  const areaStated = !noAreaStated(facts);
  return areaStated || miles === null || miles <= Math.max(radiusMiles, homeVisitMiles);
}

function areaRule(facts: ListingFacts, criteria: SearchCriteria): RuleResult[] {
  const { place } = criteria;
  if (!place) return [];
  const where = { place: place.label };
  if (noAreaStated(facts)) return [result("area", "ask", "ask", where)];
  const asked = place.kind === "zip" ? [place.code] : (place.zips ?? []);
  const inZips = asked.length > 0 && asked.every((zip) => (facts.areaZips ?? []).includes(zip));
  const inCounty = place.countyFips !== null && (facts.areaCounties ?? []).includes(place.countyFips);
  if (inZips || inCounty) return [result("area", "pass", "pass", where)];
  // A ZIP, town or county lies in several tracts: which one a family lives in, only the program can find out.
  if (
    place.countyFips !== null &&
    (facts.areaTracts ?? []).some((one) => one.startsWith(place.countyFips ?? ""))
  )
    return [result("area", "ask", "ask_tract", where)];
  const cannotTell = place.kind !== "zip" && (facts.areaZips ?? []).length > 0;
  return [result("area", cannotTell ? "ask" : "fail", cannotTell ? "ask" : "fail", where)];
}

function distanceRule(facts: ListingFacts, criteria: SearchCriteria, miles: number | null): RuleResult[] {
  if (!criteria.place) return [];
  if (comesToFamily(facts, miles, criteria.radiusMiles)) {
    const detail = facts.deliveryModes.includes("home")
      ? "comes_home"
      : facts.deliveryModes.includes("video")
        ? "video"
        : "phone";
    return [result("distance", "pass", detail, { count: miles ?? 0 })];
  }
  if (miles === null) return [result("distance", "ask")];
  return [result("distance", miles <= criteria.radiusMiles ? "pass" : "fail", undefined, { count: miles })];
}

function ageRule(facts: ListingFacts, criteria: SearchCriteria): RuleResult[] {
  const ages = criteria.childAgesMonths;
  if (ages.length === 0) return [];
  const { childAgeMinMonths: min, childAgeMaxMonths: max } = facts;
  const params = { min: min ?? 0, max: max ?? 216, age: ages[0] ?? 0 };
  if (min === null && max === null) return [result("age", "ask", "ask", params)];
  // How far along is not asked: a program that takes anyone before birth, or is for pregnancy, takes the unborn.
  const takesUnborn = (min ?? -9) < 0 || facts.needCodes.includes("pregnancy");
  const inRange = ages.some((age) => (age < 0 ? takesUnborn : age >= (min ?? -9) && age <= (max ?? 264)));
  const tooYoung = min !== null && ages.every((age) => age < Math.max(0, min));
  return [
    result("age", inRange ? "pass" : "fail", inRange ? "pass" : tooYoung ? "too_young" : "too_old", params),
  ];
}

/** Whom it is for, beside the child. Only a stated "mothers only" shuts a father out; not known is a question. */
function caregiverRule(facts: ListingFacts, asked: readonly string[]): RuleResult[] {
  if (asked.length === 0) return [];
  const met = asked.find((role) => facts.forCaregivers.includes(role));
  const params = { code: met ?? asked[0] ?? "", only: facts.forCaregivers.join(" ") };
  if (met) return [result("caregiver", "pass", "pass", params)];
  if (facts.forCaregivers.includes("anyone")) return [result("caregiver", "pass", "anyone", params)];
  const shutOut = asked.every((role) => facts.notCaregivers.includes(role));
  return [result("caregiver", shutOut ? "fail" : "ask", undefined, params)];
}

function languageRule(facts: ListingFacts, languages: readonly string[]): RuleResult[] {
  if (languages.length === 0) return [];
  const params = { code: languages[0] ?? "" };
  if (overlaps(languages, facts.staffLanguages)) return [result("language", "pass", "staff", params)];
  if (overlaps(languages, facts.interpreterLanguages))
    return [result("language", "pass", "interpreter", params)];
  const unknown = facts.staffLanguages.length === 0 || facts.interpretersMentioned;
  return [result("language", unknown ? "ask" : "fail", undefined, params)];
}

function listRule(rule: "time" | "mode", asked: readonly string[], offered: readonly string[]): RuleResult[] {
  if (asked.length === 0) return [];
  const outcome = offered.length === 0 ? "ask" : overlaps(asked, offered) ? "pass" : "fail";
  return [
    result(rule, outcome, outcome, {
      value: asked.find((entry) => offered.includes(entry)) ?? asked[0] ?? "",
    }),
  ];
}

/** A need ranks and never shuts out: a program that does not have it was found by its words. */
function needRule(facts: ListingFacts, needs: readonly string[]): RuleResult[] {
  return needs
    .filter((code) => facts.needCodes.includes(code))
    .slice(0, 1)
    .map((code) => result("need", "pass", undefined, { code }));
}

/** Every rule that applies to a search, passed, failed or not known; and the place in the order. No hidden score. */
export function matchListing(facts: ListingFacts, criteria: SearchCriteria, now: Date): Match {
  const miles = criteria.place && facts.point ? flatMiles(criteria.place, facts.point) : null;
  const room = roomOfBands(roomOf(facts.capacity, now), facts.capacity, criteria, now);
  const rank = roomRank(room);
  const rules = [
    ...needRule(facts, criteria.needs),
    ...areaRule(facts, criteria),
    ...distanceRule(facts, criteria, miles),
    ...ageRule(facts, criteria),
    ...caregiverRule(facts, criteria.caregivers),
    ...languageRule(facts, criteria.languages),
    ...listRule("time", criteria.times, facts.timesOfDay),
    ...(criteria.cost
      ? [result("cost", facts.isFree === null ? "ask" : facts.isFree ? "pass" : "fail")]
      : []),
    ...listRule("mode", criteria.modes, facts.deliveryModes),
    result("open", rank === 9 ? "fail" : rank === 3 ? "ask" : "pass", room.band ? "band" : room.kind),
  ];
  const hard = rules.filter((rule) => rule.rule !== "open");
  return {
    rules,
    fits: hard.every((rule) => rule.outcome !== "fail"),
    takingReferrals: rank !== 9,
    room,
    miles,
    order: orderOf(facts, criteria, { rank, miles, rules, now }),
  };
}

function orderOf(
  facts: ListingFacts,
  criteria: SearchCriteria,
  at: { rank: number; miles: number | null; rules: RuleResult[]; now: Date },
): (number | string)[] {
  const stale = facts.assuredAt && daysPassed(facts.assuredAt, at.now) >= staleDays ? 1 : 0;
  const detail = (rule: RuleResult["rule"]) => at.rules.find((entry) => entry.rule === rule);
  const languageRanks: Record<string, number> = { staff: 0, interpreter: 1, ask: 2 };
  const forThem = criteria.caregivers.length === 0 || detail("caregiver")?.detail === "pass" ? 0 : 1;
  return [
    forThem,
    at.rank,
    stale,
    facts.daysToFirstContact ?? 9999,
    languageRanks[detail("language")?.detail ?? "staff"] ?? 3,
    detail("time")?.outcome === "ask" ? 1 : 0,
    at.miles === null ? 99990 : Math.floor(at.miles * 10 + 0.5),
    facts.evidenceRank,
    facts.name,
    facts.serviceId,
  ];
}
