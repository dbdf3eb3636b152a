import { isSealed, sealedStatus, type Sealing } from "../following/masked-status";
import type { ShownAct, StatusMask } from "./referral-views";
import {
  type Lane,
  type NextAct,
  type NextActOwner,
  type ReferralStatus,
  statusFacts,
} from "../states/referral-status";

type Row = {
  status: ReferralStatus;
  sentAt: Date | null;
  takenBackAt: Date | null;
  nextActOwner: string | null;
  nextAct: string | null;
  dueAt: Date | null;
  resumeBy: Date | null;
  /** Left out where the next act is not shown. */
  attempts?: readonly { at: Date; outcome: string }[];
};
export type ShownNext = {
  status: ReferralStatus;
  masked: StatusMask | null;
  lane: Lane;
  owner: NextActOwner | null;
  act: ShownAct | null;
  dueAt: Date | null;
  resumeBy: Date | null;
  overdue: boolean;
};

/** A try before it was sent was the agency's own, not the program's. */
function shownAct(act: NextAct | null, { attempts = [], sentAt }: Row): ShownAct | null {
  if (act !== "first_attempt" && act !== "reach_family") return act;
  const talked = attempts.some(({ at, outcome }) => outcome === "reached" && sentAt !== null && at >= sentAt);
  return talked ? "talked" : act;
}

/** What a reader is shown of where a referral stands: who owes what by when, or the mask that hides it. */
export function shownNext(row: Row, sealing: Sealing | null, now: Date): ShownNext {
  if (isSealed(sealing, row)) {
    const status = sealedStatus(row);
    const none = { owner: null, act: null, dueAt: null, resumeBy: null, overdue: false };
    return { status, masked: status === "sent" ? "received" : null, lane: statusFacts[status].lane, ...none };
  }
  const facts = statusFacts[row.status];
  const by = row.dueAt ?? row.resumeBy;
  return {
    status: row.status,
    masked: null,
    lane: facts.lane,
    owner: row.nextActOwner ? facts.owner : null,
    act: shownAct(row.nextAct ? facts.act : null, row),
    dueAt: row.dueAt,
    resumeBy: row.resumeBy,
    overdue: facts.open && by !== null && by < now,
  };
}
