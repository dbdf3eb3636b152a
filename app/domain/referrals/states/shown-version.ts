import type { ServiceReferral } from "~/db/generated/client";
import type { Actor } from "../../kernel/actor";
import { sealedStatus } from "../following/masked-status";
import type { ActResult } from "../reading/referral-views";
import { partyOf } from "./acting-party";

/** A row as it was found for an actor; `sealed` when what its receiver did with it is not the actor's to know. */
export type ActedOn = ServiceReferral & { sealed?: boolean };

/** The version that stood on the actor's screen: of a sealed row the count of changes that it may know of. */
export const versionShown = (row: ActedOn): number => (row.sealed ? row.shownVersion : row.version);

const sendingSide = ["sender", "outreach", "supervisor"];

/** By how much a change moves the version that is shown to the sending side: all of them before it is sent, then its own. */
export function shownRise(actor: Actor, row: ServiceReferral, changed: object = {}): 0 | 1 {
  const own = sendingSide.includes(partyOf(actor) ?? "") || "senderUserId" in changed;
  return row.sentAt === null || own ? 1 : 0;
}

/** What an act on a sealed row answers: no more than the row's page shows. */
export function shownResult(row: ActedOn, result: ActResult, rise: 0 | 1): ActResult {
  if (!row.sealed) return result;
  const status = sealedStatus({ ...row, status: result.status });
  return { ...result, version: row.shownVersion + rise, status, dueAt: null };
}
