/** What ends by itself after a while, so that nothing of a family is kept that nobody needs. */
export const retentionKinds = ["calls", "drafts"] as const;
export type RetentionKind = (typeof retentionKinds)[number];

/** Days until each ends; 0 is never. */
export type RetentionDays = Record<RetentionKind, number>;
/** How many of each. */
export type RetentionCounts = Record<RetentionKind, number>;
