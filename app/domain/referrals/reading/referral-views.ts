import type { ConsentLanguage } from "../family/consent-words";
import type { AttemptShortfall } from "../states/attempt-rule";
import type { ReferralSnapshot } from "../sending/referral-snapshot";
import type { InboxStage, Lane, NextAct, NextActOwner, ReferralStatus } from "../states/referral-status";

/** What an act answers: the row as it now stands. */
export type ActResult = { referralId: string; version: number; status: ReferralStatus; dueAt: Date | null };
export type SentReferral = {
  referralId: string;
  householdId: string;
  number: string;
  status: ReferralStatus;
  dueAt: Date | null;
  /** True when the same form had been posted before; nothing was written again. */
  repeated: boolean;
};

/** Said in place of a sealed referral's status: what its receiver answers is not its sender's to know. */
export type StatusMask = "received";
/** "talked": the program spoke with the family, and there is nothing to keep trying. */
export type ShownAct = NextAct | "talked";

type Next = {
  status: ReferralStatus;
  masked: StatusMask | null;
  lane: Lane;
  owner: NextActOwner | null;
  act: ShownAct | null;
  dueAt: Date | null;
  resumeBy: Date | null;
  overdue: boolean;
};

export type InboxRow = Next & {
  id: string;
  number: string;
  version: number;
  /** Null: name not shared, or the permission was taken back. */
  familyName: string | null;
  serviceId: string;
  serviceName: string;
  /** What its listing tells families, by language, as it is stored. */
  serviceText: unknown;
  needCodes: string[];
  language: string;
  childAgesMonths: number[];
  postalCode: string | null;
  urgent: boolean;
  sentAt: Date | null;
  remindAt: Date | null;
  assignedUserId: string | null;
  /** The way to reach the family changed, and nobody has read it since. */
  contactChanged: boolean;
};
export type Inbox = { stage: InboxStage; counts: Record<InboxStage, number>; rows: InboxRow[] };

export type FollowUpRow = Next & {
  id: string;
  number: string;
  version: number;
  familyName: string;
  householdId: string;
  serviceId: string;
  serviceName: string;
  /** What its listing tells families, by language, as it is stored. */
  serviceText: unknown;
  organizationName: string;
  organizationPhone: string | null;
  /** Somebody of the organization answers here; else it is called. */
  answers: boolean;
  kind: "consented" | "outreach" | "self";
  /** Whose follow-up it is now. */
  senderUserId: string | null;
  /** Who made it. */
  senderName: string | null;
  /** The provider was asked to give it back and has not answered. */
  withdrawalRequested: boolean;
  sentAt: Date | null;
  createdAt: Date;
  question: string | null;
  reasonCode: string | null;
};

export type HistoryEntry = {
  id: string;
  at: Date;
  event: string;
  from: ReferralStatus | null;
  to: ReferralStatus;
  /** "Luis M."; null when the family, the system or (for a provider) a role that must not be named acted. */
  actorName: string | null;
  /** "sender": one of the agency's people, to whoever may not know which. */
  actorKind: string;
  reasonCode: string | null;
  undone: boolean;
  /** The event or try that it takes back. */
  undoes: string | null;
};
/** A try; one that was taken back is history and counts nowhere. */
export type AttemptEntry = { id: string; at: Date; way: string; outcome: string; takenBackAt: Date | null };

export type CorrectedContact = Pick<
  ReferralSnapshot,
  "phone" | "email" | "contactWay" | "messageOk" | "bestTimes"
>;
export type ReferralView = Next & {
  id: string;
  number: string;
  version: number;
  /** Always "consented" for a provider. */
  kind: "consented" | "outreach" | "self";
  urgent: boolean;
  service: { id: string; name: string; slug: string; familyText: unknown; needsSignedRelease: boolean };
  /** The receiver keeps what follows in its own records alone (a victim service provider). */
  keepsOwnRows: boolean;
  /** What the receiver answers stays with it and the family: nobody else is told, and nothing is counted from it. */
  answersStay: boolean;
  organization: { id: string; name: string };
  /** `neutral`: all that may be said of the sender, by language; null where it may be named, or the family asked itself. */
  sentBy: { name: string | null; team: string | null; neutral: Record<string, string> | null };
  sentAt: Date | null;
  openedAt: Date | null;
  remindAt: Date | null;
  assignedUserId: string | null;
  /** Null when the permission was taken back or the referral is sealed. */
  family: ReferralSnapshot | null;
  /** How the family can be reached now, when it has corrected that since; what was sent stays as it was. */
  correctedContact: CorrectedContact | null;
  needCodes: string[];
  whatWouldHelp: string;
  permission: {
    status: string;
    method: string;
    givenAt: Date | null;
    language: string;
    wordsShown: string;
    dataClasses: string[];
  } | null;
  /** Agency staff only: why an outreach referral may be made without a yes. */
  basis: { kind: string; citation: string | null } | null;
  question: string | null;
  answer: string | null;
  reason: { code: string; party: string | null; text: string | null } | null;
  withdrawalRequested: boolean;
  history: HistoryEntry[];
  attempts: AttemptEntry[];
  attemptShortfall: AttemptShortfall;
  /** Statuses the reader may bring it to from here. */
  mayBecome: ReferralStatus[];
  /** Until when the reader may undo its last act, and the try that it was; null for an answer. */
  undo: { until: Date; attemptId: string | null } | null;
};

export type FamilyReferral = {
  id: string;
  /** The family asked by itself, so nobody looks on for it. */
  askedItself: boolean;
  serviceId: string;
  needCodes: string[];
  version: number;
  number: string;
  programName: string;
  /** What its listing tells families, by language, as it is stored. */
  programText: unknown;
  programSlug: string;
  organizationName: string;
  organizationPhone: string | null;
  /** Somebody of the organization answers here; else the family calls. */
  answers: boolean;
  status: ReferralStatus;
  /** What the program answers is between it and the family; `status` says no more than that it was sent or taken back. */
  sealed: boolean;
  sentAt: Date | null;
  dueAt: Date | null;
  /** What was sent, class by class; null when nothing has been shared. */
  shared: ReferralSnapshot | null;
  whatWouldHelp: string;
  sharing: "not_yet" | "shared" | "stopped";
  /** The words as they were said, and in which language. */
  wordsShown: string | null;
  wordsLanguage: string | null;
  /** What they say in each language of the page. */
  wordsIn: Record<ConsentLanguage, string> | null;
  /** What a yes on the page would say, in each language; null when there is nothing to agree to. */
  ask: Record<ConsentLanguage, string> | null;
  canAccept: boolean;
  canDecline: boolean;
  canStopSharing: boolean;
  canPause: boolean;
  canResume: boolean;
  canGiveFeedback: boolean;
  feedbackGiven: boolean;
};
export type FamilyPage = {
  householdId: string;
  householdVersion: number;
  caregiverName: string;
  language: string;
  contact: {
    phone: string | null;
    email: string | null;
    contactWay: string | null;
    messageOk: boolean;
    bestTimes: string | null;
  };
  referrals: FamilyReferral[];
  /** Who looked at the family's details, newest first: an organization or a team, never a person's role. */
  /** Whether its children may be looked for in the agency's records. */
  recordLinkage: boolean;
  looked: { at: Date; who: string }[];
  /** For how many days from now the family may pause. */
  pauseDays: number;
};

export type OwnPerformance = {
  since: Date;
  repliedOnTime: { count: number; of: number };
  reached: { count: number; of: number };
  started: { count: number; of: number };
};
