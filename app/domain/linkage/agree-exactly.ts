/** Why a person has no agency record. Unlinked is never taken as "nothing happened". */
export type UnlinkedReason = "missing_fields" | "no_match" | "ambiguous";

export type Named = {
  id: string;
  firstName: string | null;
  lastName: string | null;
  birthDate: string | null;
};

/** Letters alone, lower case, without accents, suffix or title: linkage.md 3.1. Null when nothing is left. */
export function plainName(name: string | null): string | null {
  if (name === null) return null;
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\b(jr|sr|ii|iii|iv)\b\.?/g, "")
    .replace(/[^\p{L}-]/gu, "")
    .replace(/^-+|-+$/g, "");
  return plain === "" ? null : plain;
}

/** Names and birth date as one key; null when one is missing or the date is a stand-in for "unknown". */
export function agreementKey(person: Named): string | null {
  const [first, last] = [plainName(person.firstName), plainName(person.lastName)];
  if (
    first === null ||
    last === null ||
    person.birthDate === null ||
    person.birthDate.startsWith("1900-01-01")
  )
    return null;
  return `${first}|${last}|${person.birthDate}`;
}

/**
 * Exact agreement on first name, last name and birth date, unique on both sides. `agency` is asked for by key and may hold
 * several children of one key. Answers the agency child's id, or why there is none.
 */
export function agreeExactly(
  persons: Named[],
  agency: ReadonlyMap<string, string[]>,
): Map<string, string | { unlinked: UnlinkedReason }> {
  const keys = new Map(persons.map((person) => [person.id, agreementKey(person)]));
  const sharers = new Map<string, number>();
  for (const key of keys.values()) if (key !== null) sharers.set(key, (sharers.get(key) ?? 0) + 1);
  const answer = (person: Named): string | { unlinked: UnlinkedReason } => {
    const key = keys.get(person.id) ?? null;
    if (key === null) return { unlinked: "missing_fields" };
    const [only, ...others] = agency.get(key) ?? [];
    if (only === undefined) return { unlinked: "no_match" };
    return others.length > 0 || (sharers.get(key) ?? 0) > 1 ? { unlinked: "ambiguous" } : only;
  };
  return new Map(persons.map((person) => [person.id, answer(person)]));
}
