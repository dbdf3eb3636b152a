/** Whom a program may be for, beside the child. Searches ask for them. */
export const askedCaregivers = [
  "mothers",
  "fathers",
  "grandparents_kin",
  "teen_parents",
  "foster_adoptive",
] as const;
/** Listings say them, or that anyone may come. */
export const caregiverRoles = ["anyone", ...askedCaregivers] as const;
export type AskedCaregiver = (typeof askedCaregivers)[number];

/** A program stated for one of these may still take such a caregiver: that is a question, not a no. */
const mayAlsoBe: Record<AskedCaregiver, readonly AskedCaregiver[]> = {
  mothers: ["teen_parents", "foster_adoptive"],
  fathers: ["teen_parents", "foster_adoptive"],
  grandparents_kin: ["foster_adoptive", "mothers", "fathers"],
  teen_parents: ["mothers", "fathers", "foster_adoptive"],
  foster_adoptive: ["mothers", "fathers", "grandparents_kin"],
};

/** Asked role and the stated roles under which it is not shut out, for TypeScript and for the search's SQL alike. */
export const takenBy: readonly { asked: AskedCaregiver; stated: readonly string[] }[] = askedCaregivers.map(
  (asked) => ({ asked, stated: ["anyone", asked, ...mayAlsoBe[asked]] }),
);

/** Caregivers whom stated roles shut out; nothing stated shuts out nobody. */
export function notFor(stated: readonly string[]): AskedCaregiver[] {
  if (stated.length === 0) return [];
  return takenBy
    .filter(({ stated: fine }) => !stated.some((role) => fine.includes(role)))
    .map(({ asked }) => asked);
}
