import type { AgencyKnows } from "./agency-knows";

const people: readonly [race: string, count: number][] = [
  ["black", 21_400],
  ["white", 16_900],
  ["hispanic", 8_700],
  ["asian", 3_100],
  ["two_or_more", 2_600],
  ["american_indian", 190],
  ["other", 410],
];

/** How many children live in the invented county, a little fewer every year. */
export function inventPopulation(to: AgencyKnows): void {
  for (let year = 2021; year <= 2026; year++)
    for (const [race, count] of people)
      to.population.push({
        ...{ year, county: "Harbor", ageBand: "0-17", race },
        count: Math.round(count * (1 - 0.006 * (year - 2021))),
      });
}

/** Children of one family are brothers and sisters of each other, in both directions. */
export function joinSiblings(to: AgencyKnows): void {
  const families = new Map<string | null, AgencyKnows["children"]>();
  for (const child of to.children)
    families.set(child.familyId, [...(families.get(child.familyId) ?? []), child]);
  for (const [familyId, children] of families)
    for (const { childId } of children)
      for (const { childId: siblingChildId } of children)
        if (siblingChildId !== childId)
          to.siblings.push({ childId, siblingChildId, relation: familyId?.endsWith("7") ? "half" : "full" });
}
