import { type Actor, type FamilyActor, type MailLinkActor, type Role, type StaffActor } from "./actor";
import type { SubjectName, Subjects } from "./policy-subjects";

/** One line of the policy: who may do which verbs to which rows of a table. */
export type PolicyRule = {
  subject: SubjectName;
  verbs: readonly string[];
  /** The rows in reach, or null when this rule does not speak of the actor. */
  reach: (actor: Actor) => Subjects[SubjectName] | null;
};

export function staff<S extends SubjectName>(
  roles: readonly Role[],
  subject: S,
  verbs: readonly string[],
  reach: (actor: StaffActor) => Subjects[S],
): PolicyRule {
  return {
    subject,
    verbs,
    reach: (actor) => (actor.kind === "staff" && roles.includes(actor.role) ? reach(actor) : null),
  };
}

export function family<S extends SubjectName>(
  subject: S,
  verbs: readonly string[],
  reach: (actor: FamilyActor) => Subjects[S],
): PolicyRule {
  return { subject, verbs, reach: (actor) => (actor.kind === "family" ? reach(actor) : null) };
}

export function mailLink<S extends SubjectName>(
  subject: S,
  verbs: readonly string[],
  reach: (actor: MailLinkActor) => Subjects[S],
): PolicyRule {
  return { subject, verbs, reach: (actor) => (actor.kind === "mail_link" ? reach(actor) : null) };
}

export const here = (actor: { jurisdictionId: string }) => ({ jurisdictionId: actor.jurisdictionId });
/** A provider's organization and those that were merged into it; without an organization none. */
const organizationsOf = ({ organizationId, mergedOrganizationIds = [] }: StaffActor) =>
  organizationId ? [organizationId, ...mergedOrganizationIds] : [];
export const ownOrganization = (actor: StaffActor) => ({
  jurisdictionId: actor.jurisdictionId,
  organizationId: { in: organizationsOf(actor) },
});
/** Before the family's yes nothing of an outreach referral is the provider's to see. */
export const receivedReferral = (actor: StaffActor) => ({
  jurisdictionId: actor.jurisdictionId,
  receivingOrganizationId: { in: organizationsOf(actor) },
  status: { notIn: ["draft" as const, "awaiting_family_yes" as const] },
});
export const ownReferral = (actor: StaffActor) => ({
  jurisdictionId: actor.jurisdictionId,
  senderUserId: actor.userId,
});
export const ownHousehold = (actor: FamilyActor) => ({
  jurisdictionId: actor.jurisdictionId,
  householdId: actor.householdId,
});
/** The one referral that a notice spoke of, while it is still its organization's. */
export const noticedReferral = (actor: MailLinkActor) => ({
  ...here(actor),
  id: actor.referralId,
  receivingOrganizationId: actor.organizationId,
});
export const published = (actor: { jurisdictionId: string }) => ({
  jurisdictionId: actor.jurisdictionId,
  listingState: "published" as const,
  status: { in: ["active" as const, "temporarily_closed" as const] },
});

/** What leaves as open data: published, or withdrawn after it had been. domain/directory/outgoing/outgoing-gate.ts says the same in SQL. */
export const harvested = (actor: { jurisdictionId: string }) => ({
  jurisdictionId: actor.jurisdictionId,
  OR: [
    { listingState: "published" as const },
    { listingState: "unpublished" as const, publishedAt: { not: null } },
  ],
});
