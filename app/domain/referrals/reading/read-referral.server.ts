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
import { findUndoableAttempt } from "../contacting/find-undoable-attempt.server";
import { isSealed, sealingOf } from "../following/masked-status";
import { readCorrectedContact } from "../contacting/read-corrected-contact.server";
import { readSnapshot } from "../sending/read-snapshot";
import { undoMinutes } from "../states/referral-status";
import type { ReferralSnapshot } from "../sending/referral-snapshot";
import type { ReferralView } from "./referral-views";
import { reasonForProvider } from "../states/reasons";
import { namesSender, shownSender } from "./shown-sender";
import { shownHistory } from "./shown-history";
import { shownNext } from "./shown-next";
import { withdrawalAsked } from "../following/withdrawal-asked";

const related = {
  service: { select: { id: true, name: true, slug: true, familyText: true, needsSignedRelease: true } },
  receivingOrganization: {
    select: { id: true, name: true, victimServiceProvider: true, part2Program: true },
  },
  consent: true,
  events: { orderBy: { sequence: "asc" } },
  attempts: { orderBy: { at: "asc" } },
} satisfies Prisma.ServiceReferralInclude;
type Row = Prisma.ServiceReferralGetPayload<{ include: typeof related }>;
type Reader = { provider: boolean; sealed: boolean; named: boolean; now: Date };

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

/** Read is seen: the mark of the inbox goes, what changed stays on the page. */
async function markContactSeen(ctx: Ctx, { id, contactChangedAt }: Row): Promise<void> {
  await ctx.tx.serviceReferral.updateMany({
    where: { AND: [whereFor(ctx, "open", "ServiceReferral"), { id, contactChangedAt }] },
    data: { contactChangedAt: null },
  });
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

function shownReason(row: Row, reader: Reader): ReferralView["reason"] {
  if (reader.sealed || !row.reasonCode) return null;
  const { reasonCode: code, reasonParty: party, reasonText: text } = row;
  // What a sender wrote to itself of why it took a family back stays with the agency.
  if (reader.provider && party === "sender") return { code: reasonForProvider(code), party, text: null };
  return { code, party, text };
}

/** As countingAttempts has them. */
const sinceSent = ({ attempts, sentAt }: Row) => attempts.filter(({ at }) => sentAt === null || at >= sentAt);
const counting = (row: Row) => sinceSent(row).filter(({ takenBackAt }) => takenBackAt === null);

async function shownUndo(ctx: Ctx, row: Row, reader: Reader): Promise<ReferralView["undo"]> {
  if (reader.sealed || ctx.actor.kind !== "staff") return null;
  const until = (at: Date) => later(at, { minutes: undoMinutes });
  const answer = reader.provider ? await findUndoable(ctx, row) : null;
  if (answer) return { until: until(answer.at), attemptId: null };
  const tried = await findUndoableAttempt(ctx, row);
  return tried && { until: until(tried.at), attemptId: tried.id };
}

async function waitingParts(
  ctx: Ctx,
  row: Row,
  reader: Reader,
  { settings, timeZone }: Awaited<ReturnType<typeof readSettings>>,
) {
  // Nothing is written back to the sender of a sealed one.
  const mayAsk = sealingOf(row.receivingOrganization) === null;
  return {
    attemptShortfall: attemptShortfall(
      reader.sealed ? [] : counting(row),
      settings.attemptRule,
      timeZone,
      reader.now,
    ),
    undo: await shownUndo(ctx, row, reader),
    mayBecome: reader.sealed
      ? []
      : mayBecome(ctx.actor, row.status).filter((to) => mayAsk || to !== "needs_information"),
  };
}

function shownFacts(row: Row, reader: Reader) {
  const { id, number, urgent, sentAt, openedAt, remindAt, assignedUserId } = row;
  const hidden = reader.sealed;
  return {
    id,
    number,
    version: hidden ? row.shownVersion : row.version,
    urgent,
    sentAt,
    openedAt: hidden ? null : openedAt,
    remindAt: reader.provider ? remindAt : null,
    assignedUserId: hidden ? null : assignedUserId,
    kind: reader.provider ? ("consented" as const) : row.kind,
    basis: reader.provider ? null : { kind: row.basisKind, citation: row.basisCitation },
    question: hidden ? null : row.question,
    answer: hidden ? null : row.answer,
    reason: shownReason(row, reader),
    attempts: hidden
      ? []
      : (reader.provider ? sinceSent(row) : row.attempts).map(({ id, at, way, outcome, takenBackAt }) => ({
          id,
          at,
          way,
          outcome,
          takenBackAt,
        })),
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
  const inForce = await readSettings(ctx);
  const reader: Reader = {
    provider,
    sealed: isSealed(sealing, row),
    named: provider && namesSender(inForce.settings, row),
    now: ctx.clock.now(),
  };
  if (provider && !row.openedAt) await markOpened(ctx, row);
  if (provider && row.contactChangedAt) await markContactSeen(ctx, row);
  const family = await shownFamily(ctx, row, reader);
  await recordAudit(ctx, { event: "referral.read", entity: "ServiceReferral", entityId: row.id });
  return {
    ...shownFacts(row, reader),
    ...shownNext({ ...row, attempts: counting(row) }, sealing, reader.now),
    ...(await waitingParts(ctx, row, reader, inForce)),
    service: row.service,
    keepsOwnRows: row.receivingOrganization.victimServiceProvider,
    answersStay: sealingOf(row.receivingOrganization) !== null,
    organization: { id: row.receivingOrganization.id, name: row.receivingOrganization.name },
    sentBy: shownSender(row, reader, inForce.settings),
    family,
    correctedContact:
      reader.provider && family ? await readCorrectedContact(ctx, row.householdId, family) : null,
    needCodes: family ? row.needCodes : [],
    whatWouldHelp: family ? row.whatWouldHelp : "",
    permission: reader.sealed ? null : shownPermission(row),
  };
}
