/** Roles of domain.md section 5 that sign in. Family and public have no account. */
export const roles = [
  "hotline_screener",
  "intake_supervisor",
  "community_navigator",
  "provider_worker",
  "provider_manager",
  "program_manager",
  "evaluator",
  "jurisdiction_admin",
  "platform_operator",
  "auditor",
  "link_reviewer",
] as const;
export type Role = (typeof roles)[number];

export function isRole(value: string): value is Role {
  return (roles as readonly string[]).includes(value);
}

export type StaffActor = {
  kind: "staff";
  userId: string;
  membershipId: string;
  role: Role;
  jurisdictionId: string;
  /** The organization a provider acts for; null for agency staff. */
  organizationId: string | null;
  /** Organizations that were merged into it: what was sent to them is this organization's to answer. */
  mergedOrganizationIds?: readonly string[];
  teamName: string | null;
  /** As shown in a history: "Dana R.". */
  name: string;
};
/** Whoever holds a family's private link. */
export type FamilyActor = { kind: "family"; linkId: string; householdId: string; jurisdictionId: string };
/**
 * Whoever holds the link of a notice to a provider: may answer that one referral and nothing else. The person is the one
 * the mail was addressed to; for a mailbox that several read, the colleague whose name was chosen; null until then.
 */
export type MailLinkActor = {
  kind: "mail_link";
  linkId: string;
  referralId: string;
  /** The organization that received the referral, and the one that it was merged into since (or the same). */
  organizationId: string;
  homeOrganizationId: string;
  jurisdictionId: string;
  /** Who answers; without a user id somebody who gave a name, behind a mailbox that several read. */
  person: { userId: string | null; role: Role; name: string } | null;
};
/** Worker, imports and seeds. */
export type SystemActor = { kind: "system"; name: string; jurisdictionId: string };
/** Nobody in particular: reads published listings, tells of a wrong one, asks a program to call. */
export type PublicActor = { kind: "public"; jurisdictionId: string };
export type Actor = StaffActor | FamilyActor | MailLinkActor | SystemActor | PublicActor;

export const providerRoles: readonly Role[] = ["provider_worker", "provider_manager"];
export const intakeRoles: readonly Role[] = ["hotline_screener", "intake_supervisor", "community_navigator"];

/** What audit and events store of who acted: a kind, an id and a role, never a family's name. */
export function actorStamp(actor: Actor): {
  actorKind: string;
  actorId: string | null;
  actorRole: string | null;
} {
  switch (actor.kind) {
    case "staff":
      return { actorKind: "staff", actorId: actor.userId, actorRole: actor.role };
    case "family":
      return { actorKind: "family", actorId: actor.linkId, actorRole: null };
    case "mail_link":
      return {
        actorKind: "mail_link",
        actorId: actor.person?.userId ?? actor.linkId,
        actorRole: actor.person?.role ?? null,
      };
    case "system":
      return { actorKind: "system", actorId: actor.name, actorRole: null };
    case "public":
      return { actorKind: "public", actorId: null, actorRole: null };
  }
}

/** The staff member's user id, signed in or by mail link; null when the family, the system or the public acts. */
export function staffUserId(actor: Actor): string | null {
  if (actor.kind === "mail_link") return actor.person?.userId ?? null;
  return actor.kind === "staff" ? actor.userId : null;
}

/** How a history names the staff member who acts: "Luis M."; null for everybody else. */
export function staffName(actor: Actor): string | null {
  if (actor.kind === "mail_link") return actor.person?.name ?? null;
  return actor.kind === "staff" ? actor.name : null;
}
