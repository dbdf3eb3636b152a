import type { HistoryEntry } from "./referral-views";
import type { ReferralStatus } from "../states/referral-status";

type StoredEvent = {
  id: string;
  at: Date;
  event: string;
  fromStatus: ReferralStatus | null;
  toStatus: ReferralStatus;
  actorKind: string;
  actorName: string | null;
  reasonCode: string | null;
  undoesId: string | null;
};

/**
 * A referral's history as a reader may know it, in order. A provider's begins when it was sent to it; a sender of a
 * sealed one sees no more than that it was sent.
 */
export function shownHistory(
  events: readonly StoredEvent[],
  reader: { provider: boolean; sealed: boolean },
): HistoryEntry[] {
  const firstSent = events.findIndex(({ toStatus }) => toStatus === "sent");
  const from = reader.provider && firstSent > 0 ? firstSent : 0;
  const to = reader.sealed && firstSent >= 0 ? firstSent + 1 : undefined;
  const undone = new Set(events.flatMap(({ undoesId }) => (undoesId ? [undoesId] : [])));
  return events.slice(from, to).map((event, index) => ({
    id: event.id,
    at: event.at,
    event: reader.provider && index === 0 ? "referral.sent" : event.event,
    from: reader.provider && index === 0 ? null : event.fromStatus,
    to: event.toStatus,
    actorName: event.actorName,
    actorKind: event.actorKind,
    reasonCode: event.reasonCode,
    undone: undone.has(event.id),
  }));
}
