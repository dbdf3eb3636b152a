import type { StatusMask } from "../reading/referral-views";
import { type ReferralStatus, statusFacts } from "../states/referral-status";

/** Why an organization's answers are not its senders' to know (domain.md 5: VAWA family of laws; 42 CFR Part 2). */
export type Sealing = "victim_services" | "part2";

export function sealingOf(organization: {
  victimServiceProvider: boolean;
  part2Program: boolean;
}): Sealing | null {
  if (organization.victimServiceProvider) return "victim_services";
  return organization.part2Program ? "part2" : null;
}

const senderKnows: readonly ReferralStatus[] = [
  "draft",
  "awaiting_family_yes",
  "withdrawn",
  "entered_in_error",
];

/**
 * What a sender is shown instead of a sealed status; null when it may see the status itself. A victim service
 * provider has "received" it, whatever it did since; of a substance use program it may know that it is closed.
 */
export function maskFor(sealing: Sealing | null, status: ReferralStatus): StatusMask | null {
  if (!sealing || senderKnows.includes(status)) return null;
  if (sealing === "victim_services") return "received";
  return statusFacts[status].open ? "received" : "closed_not_shared";
}
