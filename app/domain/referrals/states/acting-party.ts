import type { Actor } from "../../kernel/actor";
import { type Edge, type Party, edges } from "./referral-status";
import type { ReferralStatus } from "./referral-status";

/** On whose behalf an actor moves referrals; nobody for roles that do not. */
export function partyOf(actor: Actor): Party | null {
  if (actor.kind === "family" || actor.kind === "system") return actor.kind;
  if (actor.kind === "public") return null;
  if (actor.kind === "mail_link") return "provider";
  switch (actor.role) {
    case "hotline_screener":
      return "sender";
    case "community_navigator":
      return "outreach";
    case "intake_supervisor":
      return "supervisor";
    case "provider_worker":
    case "provider_manager":
      return "provider";
    default:
      return null;
  }
}

/** Whether the actor may take an edge. */
export function mayTake(actor: Actor, edge: Edge): boolean {
  const party = partyOf(actor);
  return party !== null && edge.by.includes(party);
}

/** The statuses an actor may bring a referral to: what a page offers. */
export function mayBecome(actor: Actor, from: ReferralStatus): ReferralStatus[] {
  return edges.flatMap((edge) => (edge.from === from && mayTake(actor, edge) ? [edge.to] : []));
}
