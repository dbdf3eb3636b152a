import { describe, expect, it } from "vitest";
import { roomOf, roomRank } from "../openings/capacity";
import { freshnessOf, isDue } from "../reading/freshness";
import { geoCellsWithin, milesBetween, flatMiles } from "../places/geo";
import { type ListingFacts, matchListing } from "./match-rules";
import { emptyCriteria } from "./search-criteria";

const now = new Date("2026-11-21T15:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const place = {
  kind: "zip" as const,
  code: "21215",
  label: "21215",
  latitude: 39.3453,
  longitude: -76.6843,
  countyFips: "24510",
};
const capacity = {
  status: "open" as const,
  available: 3,
  asOf: daysAgo(2),
  waitlistDays: null,
  acceptsReferrals: true,
};
const unknown: ListingFacts = {
  serviceId: "s1",
  name: "Spanish Evening Parenting Group",
  needCodes: ["parenting_support"],
  staffLanguages: [],
  interpreterLanguages: [],
  interpretersMentioned: false,
  timesOfDay: [],
  deliveryModes: [],
  forCaregivers: [],
  notCaregivers: [],
  isFree: null,
  childAgeMinMonths: null,
  childAgeMaxMonths: null,
  areaZips: null,
  areaCounties: null,
  areaTracts: null,
  point: null,
  capacity: { ...capacity, status: null, asOf: null, available: null },
  daysToFirstContact: null,
  evidenceRank: 9,
  assuredAt: null,
};
const criteria = {
  ...emptyCriteria,
  needs: ["parenting_support"],
  place,
  languages: ["es"],
  times: ["evening" as const],
  childAgesMonths: [7],
  cost: "free" as const,
  modes: ["home" as const],
};
const outcomes = (facts: ListingFacts) =>
  Object.fromEntries(matchListing(facts, criteria, now).rules.map((r) => [r.rule, r.outcome]));

describe("matchListing", () => {
  it("never lets an unknown fact hide a program: it says ask", () => {
    expect(matchListing(unknown, criteria, now)).toMatchObject({
      fits: true,
      takingReferrals: true,
      miles: null,
    });
    expect(outcomes(unknown)).toEqual({
      need: "pass",
      area: "ask",
      distance: "ask",
      age: "ask",
      language: "ask",
      time: "ask",
      cost: "ask",
      mode: "ask",
      open: "ask",
    });
  });
  it("says why a program does not fit", () => {
    const match = matchListing(
      { ...unknown, childAgeMinMonths: 12, areaZips: ["21217"], areaCounties: [] },
      criteria,
      now,
    );
    expect(match.fits).toBe(false);
    expect(match.rules.filter((r) => r.outcome === "fail").map((r) => r.detail)).toEqual([
      "fail",
      "too_young",
    ]);
  });
  it("lets a program that comes home stand outside the radius, a centre not", () => {
    const far = { ...unknown, point: { latitude: 39.6, longitude: -76.68 } };
    expect(outcomes({ ...far, deliveryModes: ["home"] }).distance).toBe("pass");
    expect(outcomes({ ...far, deliveryModes: ["centre"] }).distance).toBe("fail");
  });
  it("orders by room, age of the facts, language, distance, then name, the same every time", () => {
    const order = (facts: Partial<ListingFacts>) =>
      matchListing({ ...unknown, ...facts }, criteria, now).order;
    expect(order({ capacity })[1]).toBe(0);
    expect(order({ assuredAt: daysAgo(300) })[2]).toBe(1);
    expect(order({ staffLanguages: ["es"] })[4]).toBe(0);
    expect(order({ interpreterLanguages: ["es"], staffLanguages: ["en"] })[4]).toBe(1);
    expect(order({})).toEqual(order({}));
  });
});

describe("capacity and freshness", () => {
  it("forgets openings after fourteen days", () => {
    expect(roomOf({ ...capacity, asOf: daysAgo(14) }, now).kind).toBe("openings");
    expect(roomOf({ ...capacity, asOf: daysAgo(14.1) }, now).kind).toBe("unknown");
    expect(roomRank(roomOf({ ...capacity, acceptsReferrals: false }, now))).toBe(9);
    expect(roomOf({ ...capacity, status: "waitlist", waitlistDays: 21 }, now)).toEqual({
      kind: "waitlist",
      available: null,
      waitlistDays: 21,
    });
  });
  it("counts only people's checks", () => {
    expect(freshnessOf({ assuredAt: null, capacityAsOf: null }, now)).toEqual({
      review: "not_checked",
      checkedDaysAgo: null,
      openings: "never",
      toldDaysAgo: null,
    });
    const at = (days: number) =>
      freshnessOf({ assuredAt: daysAgo(days), capacityAsOf: daysAgo(1) }, now).review;
    expect([at(74), at(75), at(150), at(180), at(270)]).toEqual([
      "fresh",
      "quick_look",
      "due_soon",
      "due_for_review",
      "stale",
    ]);
    expect(isDue(freshnessOf({ assuredAt: daysAgo(1), capacityAsOf: daysAgo(11) }, now))).toBe(true);
  });
});

describe("geo", () => {
  it("covers a circle with cells and measures miles", () => {
    const cells = geoCellsWithin(place, 5, 10);
    const own = `${Math.floor(place.latitude * 10)}.${Math.floor(place.longitude * 10)}`;
    expect(cells.find(({ cell }) => cell === own)).toEqual({ cell: own, miles: 0 });
    expect(cells.every(({ miles }) => miles < 5.1)).toBe(true);
    expect(cells.length).toBeLessThanOrEqual(9);
    const other = { latitude: 39.29, longitude: -76.61 };
    expect(Math.abs(milesBetween(place, other) - flatMiles(place, other))).toBeLessThan(0.03);
  });
});
