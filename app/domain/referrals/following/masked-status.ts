import type { ReferralStatus } from "../states/referral-status";

/** Why what an organization answers is nobody else's to know (domain.md 5: VAWA family of laws; 42 CFR Part 2). */
export type Sealing = "victim_services" | "part2";

export function sealingOf(organization: {
  victimServiceProvider: boolean;
  part2Program: boolean;
}): Sealing | null {
  if (organization.victimServiceProvider) return "victim_services";
  return organization.part2Program ? "part2" : null;
}

type Standing = { status: ReferralStatus; sentAt: Date | null; takenBackAt: Date | null };

/** From the moment it is sent to a sealed organization; before, nothing has left and all of it is its sender's. */
export const isSealed = (sealing: Sealing | null, { sentAt }: Pick<Standing, "sentAt">): boolean =>
  sealing !== null && sentAt !== null;

/**
 * Where a sealed referral stands for everybody but its receiver: sent, until its own sender took it back. One state
 * whatever the receiver did, for both kinds of sealing: a "closed" that comes one day is an answer too (decision 0012).
 */
export function sealedStatus({ status, takenBackAt }: Standing): "sent" | "withdrawn" | "entered_in_error" {
  if (status === "entered_in_error") return status;
  return takenBackAt ? "withdrawn" : "sent";
}
