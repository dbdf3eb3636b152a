export type EnrollmentState =
  | "pending_start"
  | "active"
  | "paused"
  | "completed"
  | "ended_early"
  | "never_started"
  | "transferred"
  | "entered_in_error";
/** Sessions held against what the service's model plans, never against an average. */
export type Dosage = { planned: number | null; delivered: number; percent: number | null };
export type SessionEntry = {
  id: string;
  date: Date;
  status: string;
  late: boolean;
  type: string;
  mode: string;
  minutes: number | null;
  who: string[];
  superseded: boolean;
};
export type EnrollmentView = {
  id: string;
  version: number;
  referralId: string;
  status: EnrollmentState;
  enrolledOn: Date;
  startedOn: Date | null;
  endedOn: Date | null;
  endReason: string | null;
  endParty: string | null;
  dosage: Dosage;
  /** Until when the reader may take the enrolment back. */
  undoUntil: Date | null;
  sessions: SessionEntry[];
};
export type TakingPartRow = {
  enrollmentId: string;
  version: number;
  referralId: string;
  number: string;
  familyName: string | null;
  serviceName: string;
  status: EnrollmentState;
  enrolledOn: Date;
  startedOn: Date | null;
  lastAttendedOn: Date | null;
  dosage: Dosage;
  /** Two missed in a row, or thirty quiet days: reach out again. */
  quiet: boolean;
};
