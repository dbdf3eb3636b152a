/** Coded reasons of domain.md 2.3: whose reason it is, and whether the need stays unmet. */
export type ReasonParty = "provider" | "family" | "nobody" | "sender" | "system";
export type Reason = { code: string; party: ReasonParty; unmetNeed: boolean; needsText?: boolean };

const reason = (party: ReasonParty, code: string, unmetNeed = false, needsText = false): Reason => ({
  code,
  party,
  unmetNeed,
  needsText,
});

export const providerReasons = [
  reason("provider", "no_capacity", true),
  reason("provider", "funding_ended", true),
  reason("provider", "not_eligible_age", true),
  reason("provider", "not_eligible_area", true),
  reason("provider", "not_eligible_other", true),
  reason("provider", "service_not_offered"),
  reason("provider", "already_served_here"),
  reason("provider", "insufficient_information"),
  reason("provider", "safety_or_conflict"),
  reason("provider", "other", false, true),
] as const;

export const familyReasons = [
  reason("family", "not_interested"),
  reason("family", "needs_met_elsewhere"),
  reason("family", "prefers_other_provider"),
  reason("family", "wait_too_long", true),
  reason("family", "transport", true),
  reason("family", "hours_or_caring", true),
  reason("family", "language_or_access", true),
  reason("family", "cost", true),
  reason("family", "worried_about_agency"),
  reason("family", "moved"),
  reason("family", "declined_to_say"),
] as const;

export const unreachableReasons = [
  reason("nobody", "no_answer_after_attempts"),
  reason("nobody", "wrong_or_dead_number"),
  reason("nobody", "mail_returned"),
  reason("nobody", "no_safe_way_to_contact"),
] as const;

export const senderReasons = [
  reason("sender", "duplicate"),
  reason("sender", "made_in_error"),
  reason("sender", "report_now_screened_in"),
  reason("sender", "consent_withdrawn"),
  reason("sender", "needs_changed"),
] as const;

const systemReasons = [
  reason("system", "no_provider_response"),
  reason("system", "waitlist_not_confirmed"),
  reason("system", "provider_suspended"),
  reason("system", "consent_expired"),
] as const;

export const reasons: readonly Reason[] = [
  ...providerReasons,
  ...familyReasons,
  ...unreachableReasons,
  ...senderReasons,
  ...systemReasons,
];

/** A family's no keeps the same service away for this long; other services never. */
export const parkDays = 60;

/** What only the agency's side may know of why it took a referral back: one of them says that a report was made. */
const agencyReasons: readonly string[] = ["report_now_screened_in", "needs_changed"];
export const neutralReason = "plans_changed";

/** A reason as a provider or a family may read it. */
export const reasonForProvider = (code: string): string =>
  agencyReasons.includes(code) ? neutralReason : code;

export const codesOf = (list: readonly Reason[]): string[] => list.map(({ code }) => code);
/** A provider's reason that says the listing itself is wrong, and so asks for its review. */
export const listingFaultCodes: readonly string[] = ["service_not_offered"];
