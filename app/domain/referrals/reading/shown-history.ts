import { intakeRoles, providerRoles } from "../../kernel/actor";
import { reasonForProvider } from "../states/reasons";
import type { HistoryEntry } from "./referral-views";
import type { ReferralStatus } from "../states/referral-status";

type StoredEvent = {
  id: string;
  at: Date;
  event: string;
  fromStatus: ReferralStatus | null;
  toStatus: ReferralStatus;
  actorKind: string;
  actorRole: string | null;
  actorName: string | null;
  reasonCode: string | null;
  undoesId: string | null;
};
type HistoryReader = {
  provider: boolean;
  sealed: boolean;
  /** A provider that may know the agency's people by name. */
  named: boolean;
};

/** Who among the agency's people follows a referral, and what they made of its end, is not a provider's to know. */
const agencyEvents = ["referral.reassigned", "referral.settled"];

const among = (roles: readonly string[], role: string | null) => role !== null && roles.includes(role);

/** Who acted, as the reader may know it: an agency's worker is "the sender" to a provider, whatever the line. */
function whoActed({ actorKind, actorRole, actorName }: StoredEvent, reader: HistoryReader) {
  const known = !reader.provider || reader.named || actorKind !== "staff" || among(providerRoles, actorRole);
  if (known) return { actorKind, actorName };
  return { actorKind: among(intakeRoles, actorRole) ? "sender" : actorKind, actorName: null };
}

/**
 * A referral's history as a reader may know it, in order. A provider's begins when it was sent to it; a sender of a
 * sealed one sees no more than that it was sent.
 */
export function shownHistory(events: readonly StoredEvent[], reader: HistoryReader): HistoryEntry[] {
  const firstSent = events.findIndex(({ toStatus }) => toStatus === "sent");
  const from = reader.provider && firstSent > 0 ? firstSent : 0;
  const to = reader.sealed && firstSent >= 0 ? firstSent + 1 : undefined;
  const undone = new Set(events.flatMap(({ undoesId }) => (undoesId ? [undoesId] : [])));
  const shown = events.slice(from, to).map((event, index) => ({
    id: event.id,
    at: event.at,
    event: reader.provider && index === 0 ? "referral.sent" : event.event,
    from: reader.provider && index === 0 ? null : event.fromStatus,
    to: event.toStatus,
    ...whoActed(event, reader),
    reasonCode: reader.provider && event.reasonCode ? reasonForProvider(event.reasonCode) : event.reasonCode,
    undone: undone.has(event.id),
    undoes: event.undoesId,
  }));
  return reader.provider ? shown.filter(({ event }) => !agencyEvents.includes(event)) : shown;
}
