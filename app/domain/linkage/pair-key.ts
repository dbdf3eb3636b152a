/** A portal child and an agency child that may be one. */
export type Pair = { personId: string; agencyChildId: string };

export const pairKey = ({ personId, agencyChildId }: Pair): string => `${personId}:${agencyChildId}`;
