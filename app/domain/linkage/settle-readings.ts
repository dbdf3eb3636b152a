export const answers = ["same", "different", "not_enough", "split"] as const;
export type Answer = (typeof answers)[number];

/** Why, in a word; each belongs to some answers. Nobody is named. */
export const reasonCodes: Readonly<Record<Answer, readonly string[]>> = {
  same: ["all_agree", "slip_of_pen", "name_changed", "nickname", "moved", "family_agrees"],
  different: ["twin_or_sibling", "other_birth_date", "other_family", "other_name", "other_sex"],
  not_enough: ["too_little_said", "two_fit", "ask_agency"],
  split: ["agency_two_children", "portal_two_children"],
};

/**
 * What the readers of a pair say together, in the order in which they read: one is enough, unless it is read twice; two
 * must agree, and where they do not a third decides, or nothing is known. Null while somebody has still to read.
 */
export function settleReadings(said: readonly Answer[], readTwice: boolean): Answer | null {
  const [first, second, third] = said;
  if (first === undefined) return null;
  if (!readTwice) return first;
  if (second === undefined) return null;
  if (first === second) return first;
  if (third === undefined) return null;
  return third === first || third === second ? third : "not_enough";
}
