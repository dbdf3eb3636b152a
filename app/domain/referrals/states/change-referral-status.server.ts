import type { Prisma, ServiceReferral } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { recordAudit, whereFor } from "../../kernel/index.server";
import { readSettings } from "../../organizations/index.server";
import { mayTake } from "./acting-party";
import { appendReferralEvent } from "./append-referral-event.server";
import { type DueTimes, dueOnEntering } from "./referral-clocks";
import { type Party, type ReferralStatus, edgeBetween, statusFacts } from "./referral-status";
import { settleEnrollment } from "./settle-enrollment.server";
import { type ActedOn, shownResult, shownRise, versionShown } from "./shown-version";
import type { ActResult } from "../reading/referral-views";

export type StatusChange = {
  /** Policy verb that gave the row. */
  verb: string;
  to: ReferralStatus;
  /** The event's id, where a row of its own is written under it. */
  eventId?: string;
  /** The version the person saw; null for acts that do not depend on what was on the screen. */
  version: number | null;
  /** Whose word a worker records, where it may not take the edge by itself. */
  onWordOf?: Party;
  reason?: { code: string; party: string; text?: string | null };
  data?: Prisma.ServiceReferralUncheckedUpdateManyInput;
  /** Instead of the clock's own due time. */
  due?: DueTimes;
  /** What the person is told when the row has moved on meanwhile. */
  conflict?: string;
  /** What the audit calls it, with no field and no reason, where the edge itself would tell too much. */
  audit?: string;
};

function reasonData(change: StatusChange): Prisma.ServiceReferralUncheckedUpdateManyInput {
  if (!change.reason) return {};
  const { code, party, text } = change.reason;
  return { reasonCode: code, reasonParty: party, reasonText: text ?? null };
}

async function guardedUpdate(ctx: Ctx, row: ActedOn, change: StatusChange, due: DueTimes): Promise<void> {
  const facts = statusFacts[change.to];
  const { count } = await ctx.tx.serviceReferral.updateMany({
    where: {
      AND: [
        whereFor(ctx, change.verb, "ServiceReferral"),
        { id: row.id, status: row.status, version: row.version },
      ],
    },
    data: {
      status: change.to,
      nextActOwner: facts.owner,
      nextAct: facts.act,
      ...due,
      closedAt: facts.open ? null : ctx.clock.now(),
      version: { increment: 1 },
      shownVersion: { increment: shownRise(ctx.actor, row, change.data) },
      ...reasonData(change),
      ...change.data,
    },
  });
  if (count === 0) throw new Conflict(change.conflict ?? "moved_on");
}

/**
 * The only way a referral's status changes: one edge of the table, taken by who may take it, guarded by id, status
 * and version, with its event and its audit entry in the same transaction.
 * Throws Conflict when the row has moved on or the table has no such edge for the actor.
 */
export async function changeReferralStatus(ctx: Ctx, row: ActedOn, change: StatusChange): Promise<ActResult> {
  const edge = edgeBetween(row.status, change.to);
  const may = edge && (change.onWordOf ? edge.by.includes(change.onWordOf) : mayTake(ctx.actor, edge));
  if (!may) throw new Conflict(change.conflict ?? "not_possible_now");
  if (change.version !== null && change.version !== versionShown(row))
    throw new Conflict(change.conflict ?? "moved_on");
  await settleEnrollment(ctx, row, change.to);
  const due = change.due ?? (await dueTimes(ctx, row, change.to));
  await guardedUpdate(ctx, row, change, due);
  await appendReferralEvent(ctx, {
    id: change.eventId,
    referralId: row.id,
    event: edge.event,
    from: row.status,
    to: change.to,
    reasonCode: change.reason?.code,
    reasonParty: change.reason?.party,
    before: row,
  });
  await recordAudit(ctx, {
    event: change.audit ?? edge.event,
    entity: "ServiceReferral",
    entityId: row.id,
    ...(change.audit
      ? {}
      : { fields: ["status", ...Object.keys(change.data ?? {})], reason: change.reason?.code }),
  });
  const result = { referralId: row.id, version: row.version + 1, status: change.to, dueAt: due.dueAt };
  return shownResult(row, result, shownRise(ctx.actor, row, change.data));
}

async function dueTimes(ctx: Ctx, row: ServiceReferral, to: ReferralStatus): Promise<DueTimes> {
  if (!statusFacts[to].open) return { dueAt: null, resumeBy: null };
  const { settings, calendar } = await readSettings(ctx);
  return dueOnEntering(to, ctx.clock.now(), row.urgent, { calendar, clocks: settings.clocks });
}
