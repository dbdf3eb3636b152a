/** What a check's link can still do. Only `open` can confirm. */
export type CheckState = "open" | "used" | "expired" | "overtaken" | "gone";

export interface CheckFacts {
  usedAt: Date | null;
  expiresAt: Date;
  /** The version the mail described. */
  listingVersion: number;
}
export interface ListingNow {
  version: number;
  listingState: string;
}

/** used: answered already; gone: no longer published; expired: after 14 days; overtaken: changed since the mail. */
export function checkState(check: CheckFacts, listing: ListingNow, now: Date): CheckState {
  if (check.usedAt) return "used";
  if (listing.listingState !== "published") return "gone";
  if (check.expiresAt <= now) return "expired";
  return listing.version === check.listingVersion ? "open" : "overtaken";
}
