import type { ReferralSnapshot } from "./referral-snapshot";

/** A stored snapshot as typed; null when nothing has left yet. */
export function readSnapshot(stored: unknown): ReferralSnapshot | null {
  if (typeof stored !== "object" || stored === null || !("language" in stored)) return null;
  return stored as ReferralSnapshot;
}
