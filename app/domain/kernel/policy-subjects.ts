import type { Prisma } from "~/db/generated/client";

/** The rows a policy speaks about, each with the where of its table. */
export type Subjects = {
  Organization: Prisma.OrganizationWhereInput;
  Membership: Prisma.MembershipWhereInput;
  Invitation: Prisma.InvitationWhereInput;
  Service: Prisma.ServiceWhereInput;
  ListingConcern: Prisma.ListingConcernWhereInput;
  OrganizationClaim: Prisma.OrganizationClaimWhereInput;
  Suggestion: Prisma.SuggestionWhereInput;
  DuplicatePair: Prisma.DuplicatePairWhereInput;
  Merge: Prisma.MergeWhereInput;
  CodeListEntry: Prisma.CodeListEntryWhereInput;
  Household: Prisma.HouseholdWhereInput;
  Person: Prisma.PersonWhereInput;
  IntakeCall: Prisma.IntakeCallWhereInput;
  FamilyLink: Prisma.FamilyLinkWhereInput;
  ServiceReferral: Prisma.ServiceReferralWhereInput;
  AnswerLink: Prisma.AnswerLinkWhereInput;
  Consent: Prisma.ConsentWhereInput;
  Enrollment: Prisma.EnrollmentWhereInput;
  AttendanceSession: Prisma.AttendanceSessionWhereInput;
  AgencyChild: Prisma.AgencyChildWhereInput;
  MaltreatmentReport: Prisma.MaltreatmentReportWhereInput;
  Removal: Prisma.RemovalWhereInput;
  LinkRun: Prisma.LinkRunWhereInput;
  PersonLink: Prisma.PersonLinkWhereInput;
  MeasureRun: Prisma.MeasureRunWhereInput;
  MeasureResult: Prisma.MeasureResultWhereInput;
  MeasureMember: Prisma.MeasureMemberWhereInput;
  GoalTarget: Prisma.GoalTargetWhereInput;
  ImportRun: Prisma.ImportRunWhereInput;
  OutboxMessage: Prisma.OutboxMessageWhereInput;
  AuditEntry: Prisma.AuditEntryWhereInput;
  UnmetNeed: Prisma.UnmetNeedWhereInput;
  FamilyFeedback: Prisma.FamilyFeedbackWhereInput;
};
export type SubjectName = keyof Subjects;
