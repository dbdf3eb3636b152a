import { emptyCriteria, type SearchCriteria } from "./search-criteria";

/**
 * A search on a call on which there was one before: where the family is, what it speaks and how old its children are stays as it
 * was, where the new line says nothing of it. What was taken out of the search before is not there to stay.
 */
export function carryFacts(before: SearchCriteria | null, read: SearchCriteria): SearchCriteria {
  if (!before) return read;
  const own = read.place !== null || read.radiusMiles !== emptyCriteria.radiusMiles;
  const orBefore = <T>(now: T[], was: T[]): T[] => (now.length > 0 ? now : was);
  return {
    ...read,
    place: read.place ?? before.place,
    radiusMiles: own ? read.radiusMiles : before.radiusMiles,
    languages: orBefore(read.languages, before.languages),
    childAgesMonths: orBefore(read.childAgesMonths, before.childAgesMonths),
  };
}
