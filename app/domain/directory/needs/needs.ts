import { familyNeeds } from "./family-needs";
import { householdNeeds } from "./household-needs";
import type { Need } from "./need";

/**
 * The portal's own list of needs: short, licence-free, mapped outward. The plain names families
 * read are in locales/<lang>/needs.json under the same code; synonyms here are only for reading
 * what someone typed. `openEligibility` holds titles of Open Eligibility 2.0 (CC BY-SA 3.0,
 * auntbertha/openeligibility), `sdohcc` categories of the Gravity SDOHCC guide (CC0).
 */
export const needs: readonly Need[] = [...familyNeeds, ...householdNeeds];

export const needCodes: readonly string[] = needs.map((n) => n.code);

const byTitle = new Map<string, string[]>();
for (const n of needs) {
  for (const title of n.openEligibility) {
    byTitle.set(title.toLowerCase(), [...(byTitle.get(title.toLowerCase()) ?? []), n.code]);
  }
}

/** Need codes of an Open Eligibility title, or none when the term is outside prevention needs. */
export function needsOfTitle(title: string): readonly string[] {
  return byTitle.get(title.trim().toLowerCase()) ?? [];
}

export function isNeedCode(code: string): boolean {
  return needCodes.includes(code);
}
