import type { JurisdictionSettings } from "../../organizations/jurisdiction-settings";
import type { ReferralView } from "./referral-views";

type Policy = Pick<JurisdictionSettings, "senders" | "disclosureBases">;
type Sent = { basisKind: string; basisCitation: string | null };

/**
 * Whether a provider may be told which worker and team sent a family: only where the jurisdiction's policy says so and
 * the family's own yes or the basis it was sent under allows it. (domain.md 5, CAPTA)
 */
export function namesSender(
  { senders, disclosureBases }: Policy,
  { basisKind, basisCitation }: Sent,
): boolean {
  if (!senders.named) return false;
  if (basisKind === "consent") return true;
  return disclosureBases.some(
    (basis) => basis.namesSender && basis.kind === basisKind && basis.citation === basisCitation,
  );
}

type SentRow = {
  kind: string;
  sendingTeam: string | null;
  events: readonly { toStatus: string; actorName: string | null }[];
};

/** Who sent it, as the reader may know it: for a provider, the one name of all lines and teams. */
export function shownSender(
  row: SentRow,
  reader: { provider: boolean; named: boolean },
  { senders }: Policy,
): ReferralView["sentBy"] {
  const neutral = row.kind === "self" ? null : senders.neutral;
  if (reader.provider && !reader.named) return { name: null, team: null, neutral };
  const sent = row.events.find(({ toStatus }) => !reader.provider || toStatus === "sent");
  return { name: sent?.actorName ?? null, team: row.sendingTeam, neutral: null };
}
