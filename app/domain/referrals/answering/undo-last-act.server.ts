import type { Prisma, ReferralEvent, ServiceReferral } from "~/db/generated/client";
import { actorStamp } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { recordAudit, whereFor } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { giveBackOpening, takeOpening } from "../../directory/index.server";
import { type OnReferral, onReferral } from "../states/act-on-referral.schema";
import { appendReferralEvent } from "../states/append-referral-event.server";
import { findReferral } from "../reading/find-referral.server";
import { dueOnEntering } from "../states/referral-clocks";
import { readSettings } from "../../organizations/index.server";
import { findUndoable } from "./find-undoable.server";
import { type ReferralStatus, statusFacts } from "../states/referral-status";
import type { ActResult } from "../reading/referral-views";
import { tellSender } from "../following/tell-sender.server";

/** What the answer had set and the undo takes back. */
function cleared(row: ServiceReferral, to: ReferralStatus): Prisma.ServiceReferralUncheckedUpdateManyInput {
  const noAnswer = { answeredAt: null, assignedUserId: null };
  return {
    reasonCode: null,
    reasonParty: null,
    reasonText: null,
    closedAt: null,
    ...(row.status === "waitlisted" ? { waitlistAgreed: false } : {}),
    ...(row.status === "needs_information" ? { question: null } : {}),
    ...(to === "sent" ? noAnswer : {}),
  };
}

async function restore(ctx: Ctx, row: ServiceReferral, last: ReferralEvent): Promise<ActResult> {
  const to = last.fromStatus ?? row.status;
  const { settings, calendar } = await readSettings(ctx);
  const since = to === "sent" && row.sentAt ? row.sentAt : last.at;
  const due = dueOnEntering(to, since, row.urgent, { calendar, clocks: settings.clocks });
  const { count } = await ctx.tx.serviceReferral.updateMany({
    where: {
      AND: [
        whereFor(ctx, "undo", "ServiceReferral"),
        { id: row.id, status: row.status, version: row.version },
      ],
    },
    data: {
      ...cleared(row, to),
      ...due,
      status: to,
      nextActOwner: statusFacts[to].owner,
      nextAct: statusFacts[to].act,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new Conflict("moved_on");
  return { referralId: row.id, version: row.version + 1, status: to, dueAt: due.dueAt };
}

async function moveOpening(ctx: Ctx, row: ServiceReferral, to: ReferralStatus): Promise<void> {
  const opening = { serviceId: row.serviceId, referralId: row.id };
  if (row.status === "accepted") await giveBackOpening(ctx, opening);
  if (to === "accepted") await takeOpening(ctx, opening);
}

/**
 * Takes the provider's last answer back within ten minutes: by whoever gave it, with an event of its own; openings
 * are given back. Conflict nothing_to_undo after that, or when something else has happened since.
 */
export async function undoLastAct(ctx: Ctx, input: OnReferral): Promise<ActResult> {
  const { referralId, version } = parseInput(onReferral, input);
  const row = await findReferral(ctx, "undo", referralId);
  if (version !== row.version) throw new Conflict("moved_on");
  const last = await findUndoable(ctx, row);
  if (!last || last.actorId !== actorStamp(ctx.actor).actorId) throw new Conflict("nothing_to_undo");
  const result = await restore(ctx, row, last);
  await moveOpening(ctx, row, result.status);
  const event = "referral.undone";
  await appendReferralEvent(ctx, {
    referralId,
    event,
    from: row.status,
    to: result.status,
    undoesId: last.id,
  });
  await recordAudit(ctx, { event, entity: "ServiceReferral", entityId: referralId, fields: ["status"] });
  await tellSender(ctx, row, "referral-answered");
  return result;
}
