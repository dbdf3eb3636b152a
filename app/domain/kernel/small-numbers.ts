/** Counts of people from 1 to 10 are hidden wherever they would be shown (measures.md 9.8); zero is shown. */
export const smallestShown = 11;

export const isSmall = (count: number): boolean => count > 0 && count < smallestShown;

/** What a file says instead of a hidden count, and the rule as it stands beside it. */
export const hiddenCount = "hidden";
export const hidingRule = `counts of 1 to ${smallestShown - 1}, and those they could be worked out from, are hidden`;
