import { testClock } from "./listing-rows";

const daysAgo = (days: number) => new Date(testClock.now().getTime() - days * 86_400_000);

/** More than the index that search reads holds of one listing. */
const manyZips = Array.from({ length: 200 }, (_, n) => String(30_000 + n));

/** A small fixed crowd: every combination of known and unknown that the rules look at, by a plain counter. */
export function crowd(organizationId: string, at: number) {
  const pick = <T>(list: T[], step: number): T => list[Math.floor(at / step) % list.length] as T;
  return {
    service: {
      organizationId,
      name: `Program ${String((at * 37) % 101).padStart(3, "0")}`,
      needCodes: pick(
        [["parenting_support"], ["food", "parenting_support"], ["baby_supplies"], ["pregnancy"], []],
        1,
      ),
      staffLanguages: pick([[], ["es", "en"], ["en"]], 2),
      interpreterLanguages: pick([[], ["es"]], 3),
      timesOfDay: pick([["evening"], [], ["morning"]], 1),
      deliveryModes: pick([["centre"], ["home"], []], 3),
      isFree: pick([true, null, false], 2),
      childAgeMinMonths: pick([null, 0, 12, -9], 1),
      childAgeMaxMonths: pick([null, 96], 4),
      capacityStatus: pick(
        ["open" as const, "waitlist" as const, null, "full" as const, "assess_first" as const],
        1,
      ),
      capacityAvailable: 3,
      capacityAsOf: pick([daysAgo(2), daysAgo(20)], 5),
      acceptsReferrals: at % 11 !== 0,
      assuredAt: pick([daysAgo(5), null, daysAgo(300)], 2),
      daysToFirstContact: pick([null, 2, 9], 2),
    },
    roles: pick([[], ["mothers"], ["anyone"], ["fathers", "teen_parents"], ["grandparents_kin"]], 2),
    bands: pick(
      [
        [],
        [{ ageMinMonths: 0, ageMaxMonths: 24, available: 0, updated: daysAgo(1) }],
        [{ ageMinMonths: 0, ageMaxMonths: 24, available: 1, updated: daysAgo(30) }],
        [{ language: "es", available: 0, updated: daysAgo(1) }],
        [
          { ageMinMonths: 0, ageMaxMonths: 24, available: 0, updated: daysAgo(1) },
          { ageMinMonths: 25, ageMaxMonths: 60, language: "es", available: 2, updated: daysAgo(1) },
        ],
      ],
      3,
    ),
    ...(at % 5
      ? {
          location: {
            latitude: 39.3453 + ((at * 7) % 40) / 200,
            longitude: -76.6843 + ((at * 3) % 20) / 100,
            visibility: pick(["full" as const, "full" as const, "hidden" as const], 3),
          },
        }
      : {}),
    areas: pick(
      [
        [],
        [{ extentType: "zip" as const, codes: ["21215"] }],
        [{ extentType: "county" as const, codes: ["24005"] }],
        [{ extentType: "zip" as const, codes: at % 2 ? manyZips : ["21215", ...manyZips] }],
        [{ extentType: "county" as const, codes: ["24510"] }],
        [{ extentType: "tract" as const, codes: at % 2 ? ["24510151000"] : ["24005400100", ...manyZips] }],
      ],
      4,
    ),
  };
}
