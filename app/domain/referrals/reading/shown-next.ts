import { type Sealing, maskFor } from "../following/masked-status";
import type { StatusMask } from "./referral-views";
import {
  type Lane,
  type NextAct,
  type NextActOwner,
  type ReferralStatus,
  statusFacts,
} from "../states/referral-status";

type Row = {
  status: ReferralStatus;
  nextActOwner: string | null;
  nextAct: string | null;
  dueAt: Date | null;
  resumeBy: Date | null;
};
export type ShownNext = {
  status: ReferralStatus;
  masked: StatusMask | null;
  lane: Lane;
  owner: NextActOwner | null;
  act: NextAct | null;
  dueAt: Date | null;
  resumeBy: Date | null;
  overdue: boolean;
};

/** What a reader is shown of where a referral stands: who owes what by when, or the mask that hides it. */
export function shownNext(row: Row, sealing: Sealing | null, now: Date): ShownNext {
  const masked = maskFor(sealing, row.status);
  if (masked) {
    const status = masked === "received" ? "sent" : "withdrawn";
    const lane = masked === "received" ? "waiting_on_provider" : "closed";
    return { status, masked, lane, owner: null, act: null, dueAt: null, resumeBy: null, overdue: false };
  }
  const facts = statusFacts[row.status];
  const by = row.dueAt ?? row.resumeBy;
  return {
    status: row.status,
    masked: null,
    lane: facts.lane,
    owner: row.nextActOwner ? facts.owner : null,
    act: row.nextAct ? facts.act : null,
    dueAt: row.dueAt,
    resumeBy: row.resumeBy,
    overdue: facts.open && by !== null && by < now,
  };
}
