import { intakeRoles, providerRoles } from "./actor";
import {
  type PolicyRule,
  staff,
  family,
  mailLink,
  here,
  ownOrganization,
  receivedReferral,
  ownReferral,
  ownHousehold,
  noticedReferral,
  published,
  harvested,
} from "./policy-reach";

const screener = ["hotline_screener"] as const;
const supervisor = ["intake_supervisor"] as const;
const navigator = ["community_navigator"] as const;
const manager = ["provider_manager"] as const;
const program = ["program_manager"] as const;
const admin = ["jurisdiction_admin"] as const;
const auditor = ["auditor"] as const;
const linkReviewer = ["link_reviewer"] as const;
const providerActs = [
  "read",
  "open",
  "accept",
  "decline",
  "waitlist",
  "ask",
  "remind",
  "undo",
  "record_contact",
];
const providerServes = ["enroll", "hold", "schedule", "record_family_no", "record_unreachable", "suggest"];
const providerConfirms = ["confirm_waitlist", "confirm_withdrawal"];
const senderActs = [
  "read",
  "send",
  "answer",
  "withdraw",
  "link",
  "record_family_yes",
  "record_family_no",
  "mark_error",
  "tell_linkage",
];
const supervises = ["reassign", "reopen", "override", "record_contact", "record_unreachable"];

/** The whole policy. Deny by default: what is not said here is refused. */
export const policyRules: readonly PolicyRule[] = [
  // Referrals
  staff(
    providerRoles,
    "ServiceReferral",
    [...providerActs, ...providerServes, ...providerConfirms],
    receivedReferral,
  ),
  // Whoever ends a person's access gives what that person held to the team; nothing of it is read out.
  staff(manager, "ServiceReferral", ["hand_over"], receivedReferral),
  staff(admin, "ServiceReferral", ["hand_over"], here),
  staff([...screener, ...navigator], "ServiceReferral", senderActs, ownReferral),
  staff(supervisor, "ServiceReferral", [...senderActs, ...supervises], here),
  // The outreach team's own: every outreach referral, and its tries while it waits for the family's yes.
  staff(navigator, "ServiceReferral", senderActs, (actor) => ({ ...here(actor), kind: "outreach" })),
  staff(navigator, "ServiceReferral", ["record_contact", "record_unreachable"], (actor) => ({
    ...here(actor),
    kind: "outreach",
    status: "awaiting_family_yes",
  })),
  family(
    "ServiceReferral",
    ["read_page", "say_yes", "say_no", "stop_sharing", "pause", "give_feedback"],
    ownHousehold,
  ),
  // The link of a notice answers the one referral it was sent for, while that waits for an answer.
  mailLink("ServiceReferral", ["read_notice"], noticedReferral),
  mailLink("ServiceReferral", ["accept", "decline", "waitlist", "ask"], (actor) => ({
    ...noticedReferral(actor),
    status: "sent",
  })),
  mailLink("AnswerLink", ["read", "use"], (actor) => ({
    ...here(actor),
    id: actor.linkId,
    organizationId: actor.organizationId,
  })),
  // A family without an account asks a program to contact it; its own form's key finds it again, and nothing else does.
  {
    subject: "ServiceReferral",
    verbs: ["send_self"],
    reach: (actor) => (actor.kind === "public" ? { ...here(actor), kind: "self" } : null),
  },
  staff(providerRoles, "Enrollment", ["read", "record_session", "correct", "undo", "end"], ownOrganization),
  staff(providerRoles, "AttendanceSession", ["read"], (actor) => ({ enrollment: ownOrganization(actor) })),
  // Families
  staff(screener, "IntakeCall", ["read", "open", "search", "draft", "end"], (actor) => ({
    ...here(actor),
    workerUserId: actor.userId,
  })),
  staff(navigator, "IntakeCall", ["read", "open", "search", "draft", "end"], (actor) => ({
    ...here(actor),
    workerUserId: actor.userId,
  })),
  staff(supervisor, "IntakeCall", ["read", "open", "search", "draft", "end"], here),
  // How many are old enough to end, never which.
  staff(admin, "IntakeCall", ["count_due"], here),
  staff([...screener, ...navigator], "Household", ["read", "write"], (actor) => ({
    ...here(actor),
    OR: [{ createdById: actor.userId }, { referrals: { some: { senderUserId: actor.userId } } }],
  })),
  staff(supervisor, "Household", ["read", "write"], here),
  staff(navigator, "Household", ["read", "write"], (actor) => ({
    ...here(actor),
    referrals: { some: { kind: "outreach" } },
  })),
  family("Household", ["read_page", "fix_contact", "choose_linkage"], (actor) => ({
    ...here(actor),
    id: actor.householdId,
  })),
  family("Consent", ["read", "revoke"], ownHousehold),
  // A worker records that the family stopped sharing, on a referral that it may take back.
  staff(intakeRoles, "Consent", ["revoke"], here),
  family("FamilyFeedback", ["give"], here),
  // Only for "who looked": the operation asks for the family's own referrals alone.
  family("AuditEntry", ["read_looks"], here),
  staff(auditor, "Consent", ["read"], here),
  // Directory and organizations
  {
    subject: "Service",
    verbs: ["read", "search"],
    reach: (actor) => (actor.kind === "system" || actor.kind === "mail_link" ? null : published(actor)),
  },
  {
    subject: "Service",
    verbs: ["harvest"],
    reach: (actor) => (actor.kind === "system" || actor.kind === "mail_link" ? null : harvested(actor)),
  },
  staff(providerRoles, "Service", ["read", "list", "confirm", "set_openings"], ownOrganization),
  staff(manager, "Service", ["write", "publish", "pause"], ownOrganization),
  staff(admin, "Service", ["read", "list", "write", "publish", "pause", "import", "review"], here),
  staff(intakeRoles, "Service", ["give_details"], published),
  staff(program, "Service", ["account"], published),
  staff(intakeRoles, "Organization", ["read", "invite"], here),
  staff(providerRoles, "Organization", ["read"], (actor) => ({
    ...here(actor),
    id: actor.organizationId ?? "",
  })),
  staff(admin, "Organization", ["read", "list", "write", "suspend", "seal", "merge"], here),
  // Claims and suggestions: anyone makes one, the administrator decides.
  {
    subject: "OrganizationClaim",
    verbs: ["ask"],
    reach: (actor) => (actor.kind === "public" ? here(actor) : null),
  },
  staff(admin, "OrganizationClaim", ["read", "list", "decide"], here),
  {
    subject: "Suggestion",
    verbs: ["make"],
    reach: (actor) => (actor.kind === "public" ? here(actor) : null),
  },
  staff(admin, "Suggestion", ["read", "list", "decide"], here),
  staff(admin, "DuplicatePair", ["read", "list", "decide", "find"], here),
  staff(admin, "Merge", ["read", "list", "undo"], here),
  staff(admin, "CodeListEntry", ["read", "list", "write"], here),
  staff(admin, "Area", ["read", "list", "write"], here),
  // To fill in whom a program serves.
  staff([...admin, ...manager], "Area", ["name"], here),
  {
    subject: "ListingConcern",
    verbs: ["record"],
    reach: (actor) => (actor.kind === "mail_link" ? null : here(actor)),
  },
  staff(admin, "ListingConcern", ["read", "resolve"], here),
  // What is set for the whole jurisdiction
  staff(admin, "JurisdictionVersion", ["read", "write"], here),
  // People and access
  staff(manager, "Membership", ["read", "list", "invite", "end", "reset_step"], ownOrganization),
  staff(admin, "Membership", ["read", "list", "invite", "end", "reset_step"], here),
  staff(supervisor, "Membership", ["read"], (actor) => ({ ...here(actor), organizationId: null })),
  staff(manager, "Invitation", ["read", "list", "write", "revoke"], ownOrganization),
  staff(admin, "Invitation", ["read", "list", "write", "revoke"], here),
  staff(admin, "OutboxMessage", ["read", "list", "test"], here),
  staff([...admin, ...auditor], "AuditEntry", ["read", "list"], here),
  // The agency's records
  staff(supervisor, "MaltreatmentReport", ["read_secret"], here),
  staff(admin, "AgencyExtract", ["read", "list", "import", "cancel", "approve", "withdraw"], here),
  staff([...program, ...admin], "AgencyExtract", ["see_held"], here),
  staff(admin, "MaltreatmentReport", ["count_expired"], here),
  // Who is who: a permission of its own, without any outcome (decision 0032)
  staff(linkReviewer, "LinkCandidate", ["read", "list", "decide", "reopen", "search", "train"], here),
  staff(linkReviewer, "PersonLink", ["read", "list", "undo"], here),
  // Results
  staff(program, "MeasureRun", ["read", "compute"], here),
  staff(program, "MeasureResult", ["read"], here),
  // With a named purpose, which is logged (goals/list-members.server.ts).
  staff(program, "MeasureMember", ["read"], here),
  staff(program, "AdoptedFramework", ["read", "write"], here),
  staff(program, "GoalTarget", ["read", "write"], here),
  staff(program, "Initiative", ["read", "write"], here),
  staff(program, "CommunityEntry", ["read", "write", "share"], here),
  // Other jurisdictions' shared lessons; the database shows them to those alone who adopted the framework.
  staff(program, "CommunityEntry", ["read_shared"], () => ({
    ...{ kind: "lesson", sharedAt: { not: null }, removedAt: null },
  })),
  staff(program, "BoardReport", ["read", "list", "write"], here),
  staff([...program, ...admin], "ImportRun", ["read", "list"], here),
  staff(program, "UnmetNeed", ["read"], here),
  // What a search could not find is counted for the public and for intake alike, and holds nobody.
  staff(intakeRoles, "UnmetNeed", ["record"], here),
  {
    subject: "UnmetNeed",
    verbs: ["record"],
    reach: (actor) => (actor.kind === "public" ? here(actor) : null),
  },
];

/** The verbs of the system actor (worker, imports, seeds) are all verbs, inside one jurisdiction. */
export const systemReach = here;
