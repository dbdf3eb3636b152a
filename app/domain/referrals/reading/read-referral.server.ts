import type { z } from "zod";
import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { recordAudit, whereFor } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { later } from "../../kernel/durations";
import { readFamilyDetails } from "../../households/index.server";
import { readSettings } from "../../organizations/index.server";
import { byReferralId } from "../states/act-on-referral.schema";
import { mayBecome, partyOf } from "../states/acting-party";
import { appendReferralEvent } from "../states/append-referral-event.server";
import { attemptShortfall } from "../states/attempt-rule";
import { consentInForce } from "../family/consent-in-force";
import { findUndoable } from "../answering/find-undoable.server";
import { maskFor, sealingOf } from "../following/masked-status";
import { readCorrectedContact } from "../contacting/read-corrected-contact.server";
import { readSnapshot } from "../sending/read-snapshot";
import { undoMinutes } from "../states/referral-status";
import type { ReferralSnapshot } from "../sending/referral-snapshot";
import type { ReferralView } from "./referral-views";
import { shownHistory } from "./shown-history";
import { shownNext } from "./shown-next";
import { withdrawalAsked } from "../following/withdrawal-asked";

const related = {
  service: { select: { id: true, name: true, slug: true } },
  receivingOrganization: {
    select: { id: true, name: true, victimServiceProvider: true, part2Program: true },
  },
  consent: true,
  events: { orderBy: { sequence: "asc" } },
  attempts: { orderBy: { at: "asc" } },
} satisfies Prisma.ServiceReferralInclude;
type Row = Prisma.ServiceReferralGetPayload<{ include: typeof related }>;
type Reader = { provider: boolean; sealed: boolean; now: Date };

/** The first reading by the receiving organization is the referral's "opened". */
async function markOpened(ctx: Ctx, row: Row): Promise<void> {
  const at = ctx.clock.now();
  const { count } = await ctx.tx.serviceReferral.updateMany({
    where: { AND: [whereFor(ctx, "open", "ServiceReferral"), { id: row.id, openedAt: null }] },
    data: { openedAt: at },
  });
  if (count === 0) return;
  const { status } = row;
  await appendReferralEvent(ctx, { referralId: row.id, event: "referral.opened", from: status, to: status });
  row.openedAt = at;
}

async function shownFamily(ctx: Ctx, row: Row, reader: Reader): Promise<ReferralSnapshot | null> {
  if (reader.provider) return consentInForce(row.consent, reader.now) ? readSnapshot(row.snapshot) : null;
  return readSnapshot(row.snapshot) ?? (await readFamilyDetails(ctx, row.householdId));
}

function shownPermission(row: Row): ReferralView["permission"] {
  if (!row.consent) return null;
  const { status, method, givenAt, language, wordsShown, dataClasses } = row.consent;
  return { status, method, givenAt, language, wordsShown, dataClasses };
}

/** Who sent it, as the reader may know it: for a provider, whoever brought it to `sent`. */
function sentBy(row: Row, reader: Reader): ReferralView["sentBy"] {
  const sent = row.events.find(({ toStatus }) => !reader.provider || toStatus === "sent");
  // A family that was reached out to: the team that first handed it on is not the provider's to know.
  return {
    name: sent?.actorName ?? null,
    team: reader.provider && row.kind === "outreach" ? null : row.sendingTeam,
  };
}

async function waitingParts(ctx: Ctx, row: Row, reader: Reader) {
  const { settings, timeZone } = await readSettings(ctx);
  const undo = reader.provider ? await findUndoable(ctx, row) : null;
  const mine = undo && ctx.actor.kind === "staff" && undo.actorId === ctx.actor.userId;
  return {
    attemptShortfall: attemptShortfall(row.attempts, settings.attemptRule, timeZone, reader.now),
    undoUntil: mine ? later(undo.at, { minutes: undoMinutes }) : null,
    mayBecome: reader.sealed ? [] : mayBecome(ctx.actor, row.status),
  };
}

function shownFacts(row: Row, reader: Reader) {
  const { id, number, version, urgent, sentAt, openedAt, remindAt, assignedUserId } = row;
  const hidden = reader.sealed;
  return {
    id,
    number,
    version,
    urgent,
    sentAt,
    openedAt: hidden ? null : openedAt,
    remindAt: reader.provider ? remindAt : null,
    assignedUserId: hidden ? null : assignedUserId,
    kind: reader.provider ? ("consented" as const) : row.kind,
    basis: reader.provider ? null : { kind: row.basisKind, citation: row.basisCitation },
    question: hidden ? null : row.question,
    answer: hidden ? null : row.answer,
    reason:
      hidden || !row.reasonCode
        ? null
        : { code: row.reasonCode, party: row.reasonParty, text: row.reasonText },
    attempts: hidden ? [] : row.attempts.map(({ id, at, way, outcome }) => ({ id, at, way, outcome })),
    history: shownHistory(row.events, reader),
    withdrawalRequested: !hidden && withdrawalAsked(row.events),
  };
}

/**
 * One referral for whoever may read it: a provider sees what the permission covers and nothing that says a report
 * exists; a sender sees where it stands, unless the receiver's answers are sealed. The provider's first reading
 * opens it. Every reading is in the audit. NotFound for a row of others.
 */
export async function readReferral(ctx: Ctx, input: z.input<typeof byReferralId>): Promise<ReferralView> {
  const { referralId } = parseInput(byReferralId, input);
  const reach = whereFor(ctx, "read", "ServiceReferral");
  const row = await ctx.tx.serviceReferral.findFirst({
    where: { AND: [reach, { id: referralId }] },
    include: related,
  });
  if (!row) throw new NotFound();
  const provider = partyOf(ctx.actor) === "provider";
  const sealing = provider ? null : sealingOf(row.receivingOrganization);
  const reader: Reader = { provider, sealed: maskFor(sealing, row.status) !== null, now: ctx.clock.now() };
  if (provider && !row.openedAt) await markOpened(ctx, row);
  const family = await shownFamily(ctx, row, reader);
  await recordAudit(ctx, { event: "referral.read", entity: "ServiceReferral", entityId: row.id });
  return {
    ...shownFacts(row, reader),
    ...shownNext(row, sealing, reader.now),
    ...(await waitingParts(ctx, row, reader)),
    service: row.service,
    organization: { id: row.receivingOrganization.id, name: row.receivingOrganization.name },
    sentBy: sentBy(row, reader),
    family,
    correctedContact:
      reader.provider && family ? await readCorrectedContact(ctx, row.householdId, family) : null,
    needCodes: family ? row.needCodes : [],
    whatWouldHelp: family ? row.whatWouldHelp : "",
    permission: shownPermission(row),
  };
}
