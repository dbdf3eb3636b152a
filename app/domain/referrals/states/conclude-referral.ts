import { type ReferralStatus, edgeBetween, statusFacts } from "./referral-status";
import type { ReasonParty } from "./reasons";

/** What brings a referral to its end. */
export type ConclusionCause =
  | "first_session_attended"
  | "provider_declines"
  | "family_declines"
  | "attempts_exhausted"
  | "sender_withdraws"
  | "consent_revoked"
  | "provider_silent"
  | "made_in_error";
export type Conclusion = { status: ReferralStatus; party: ReasonParty | null };

const conclusions: Record<Exclude<ConclusionCause, "family_declines">, Conclusion> = {
  first_session_attended: { status: "connected", party: null },
  provider_declines: { status: "declined_by_provider", party: "provider" },
  attempts_exhausted: { status: "unreachable", party: "nobody" },
  sender_withdraws: { status: "withdrawn", party: "sender" },
  consent_revoked: { status: "withdrawn", party: "sender" },
  provider_silent: { status: "expired", party: "system" },
  made_in_error: { status: "entered_in_error", party: "sender" },
};

/**
 * How a referral concludes, and whose doing that is; null when the table has no such edge from here.
 * A family that says no before the provider has tried to reach it takes its permission back: the referral is
 * withdrawn, with the family's own reason. Silence of a provider and a family nobody could reach are never its no.
 */
export function concludeReferral(from: ReferralStatus, cause: ConclusionCause): Conclusion | null {
  if (!statusFacts[from].open && cause !== "made_in_error") return null;
  if (cause === "family_declines") {
    const no: ReferralStatus = edgeBetween(from, "declined_by_family") ? "declined_by_family" : "withdrawn";
    return edgeBetween(from, no) ? { status: no, party: "family" } : null;
  }
  const conclusion = conclusions[cause];
  return edgeBetween(from, conclusion.status) ? conclusion : null;
}
