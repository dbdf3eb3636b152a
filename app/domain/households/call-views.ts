import type { CallLine, CallerKind } from "./call.schema";

/** A call as its worker sees it. */
export type CallView = {
  id: string;
  line: CallLine;
  caller: CallerKind;
  screeningDecision: string | null;
  intakeKey: string | null;
  searchLine: string;
  criteria: Record<string, unknown>;
  draft: Record<string, unknown>;
  keptServiceIds: string[];
  startedAt: Date;
  endedAt: Date | null;
  /** The family this call turned out to be about; null before anything was sent. */
  family: CallFamily | null;
};
export type CallFamily = {
  householdId: string;
  caregiverName: string;
  phone: string | null;
  email: string | null;
  contactWay: string | null;
  messageOk: boolean;
  bestTimes: string | null;
  language: string;
  interpreter: boolean;
  postalCode: string | null;
  childAgesMonths: number[];
};
export type CallRow = {
  id: string;
  line: CallLine;
  caller: CallerKind;
  startedAt: Date;
  endedAt: Date | null;
  familyName: string | null;
  /** Referrals, details given, transfers, and the list as one: as the call itself counts. */
  done: number;
};
