/** Entries of a list that the form had no box for: a source's own words stay when the boxes are saved. */
export const withUnshown = <T extends string>(
  chosen: readonly T[],
  before: readonly string[],
  offered: readonly string[],
): string[] => [...new Set<string>([...chosen, ...before.filter((one) => !offered.includes(one))])];

/** One choice of a list: where nothing was chosen, a word that the list does not offer stays. */
export const orUnshown = (
  chosen: string | null,
  before: string | null,
  offered: readonly string[],
): string | null => chosen ?? (before !== null && !offered.includes(before) ? before : null);

/** Whether two lists hold the same, in whatever order. */
export const sameEntries = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((entry) => other.includes(entry));
