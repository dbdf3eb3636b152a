import type { ResolvedSession, SessionMembership } from "../../app/auth/session";
import type { StaffActor } from "../../app/domain/kernel/actor";

/** What the server hands to a page's loader and action when this person is signed in. */
export function signedInAs(actor: StaffActor) {
  const membership: SessionMembership = {
    id: actor.membershipId,
    role: actor.role,
    jurisdictionId: actor.jurisdictionId,
    jurisdictionSlug: "harbor",
    jurisdictionName: "Harbor County",
    jurisdictionTitle: "Harbor referrals",
    crisisPhone: null,
    timeZone: "America/New_York",
    codeListsVersion: 0,
    organizationId: actor.organizationId,
    organizationName: actor.organizationId && "Rosewood Community Partners",
    mergedOrganizationIds: [],
    teamName: actor.teamName,
  };
  const session: ResolvedSession = {
    sessionId: actor.membershipId,
    userId: actor.userId,
    name: actor.name ?? "",
    email: "dana@example.org",
    locale: "en",
    shortcutsOn: true,
    largeText: false,
    aal: 2,
    authMethod: "password+totp",
    createdAt: new Date(),
    twoFactorEnabled: true,
    membership,
    memberships: [membership],
  };
  return { cspNonce: "", requestId: "request-1", clientIp: "127.0.0.1", session };
}
