import { database } from "~/db/client.server";
import { systemClock } from "~/domain/kernel/clock";
import { agencyProvider } from "./agency-provider";
import type { AgencySettings } from "./agency-settings.server";
import { inviteByGroup } from "./invite-by-group.server";
import { listWorkspaces } from "./list-workspaces.server";

/** What the agency says of a person whose sign-in there succeeded: standard claims, and the groups. */
export type AgencyClaims = {
  email: string;
  emailVerified: unknown;
  groups: unknown;
  /** The account here that the sign-in would be for, and whether it is tied to it by the address alone, for the first time. */
  userId: string | null;
  byAddress: boolean;
};
type Refusal = "other_domain" | "unverified" | "other_person" | "sealed" | "stranger";

const groupsOf = (claim: unknown): string[] =>
  [claim].flat().filter((one): one is string => typeof one === "string");

/** Somebody of a victim service or substance use program: whoever keeps the agency's accounts must not come in as them (decision 0019). */
async function isOfSealed(userId: string): Promise<boolean> {
  const sealed = { OR: [{ victimServiceProvider: true }, { part2Program: true }] };
  const where = { userId, endedAt: null, organization: sealed };
  return (await database().prisma.membership.findFirst({ where, select: { id: true } })) !== null;
}

/** An address that the agency gives to somebody new does not open the account of who had it before. */
async function isTied(userId: string): Promise<boolean> {
  const where = { userId, providerId: agencyProvider };
  return (await database().prisma.account.findFirst({ where, select: { id: true } })) !== null;
}

/** An open invitation to the agency itself; into an organization the mailed link alone leads. */
async function isInvited(email: string): Promise<boolean> {
  const open = { acceptedAt: null, revokedAt: null, expiresAt: { gt: systemClock.now() } };
  const where = { email, organizationId: null, ...open };
  return (await database().prisma.invitation.findFirst({ where, select: { id: true } })) !== null;
}

/**
 * Why the agency's word does not let a person in; null when it does: an address of the agency's domain that the agency does
 * not call unverified, and a role here, an open invitation, or a group that is mapped to a role (which invites once).
 */
export async function refuseStranger(
  settings: AgencySettings,
  claims: AgencyClaims,
): Promise<Refusal | null> {
  const email = claims.email.toLowerCase();
  if (!email.endsWith(`@${settings.domain}`)) return "other_domain";
  if (claims.emailVerified === false || claims.emailVerified === "false") return "unverified";
  const { userId } = claims;
  if (userId && claims.byAddress && (await isTied(userId))) return "other_person";
  if (userId && (await isOfSealed(userId))) return "sealed";
  if (userId && (await listWorkspaces(userId)).length > 0) return null;
  if (await isInvited(email)) return null;
  return (await inviteByGroup(settings.groupRoles, { email, groups: groupsOf(claims.groups) }))
    ? null
    : "stranger";
}
