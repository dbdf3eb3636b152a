import type { Prisma, ServiceReferral } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { giveBackOpening, takeOpening } from "../../directory/index.server";
import { type OnReferral, onReferral } from "../states/act-on-referral.schema";
import { restoreStatus } from "../states/restore-status.server";
import { findReferral } from "../reading/find-referral.server";
import { findUndoable } from "./find-undoable.server";
import type { ReferralStatus } from "../states/referral-status";
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
  if (!last) throw new Conflict("nothing_to_undo");
  const data = cleared(row, last.fromStatus ?? row.status);
  const result = await restoreStatus(ctx, row, { verb: "undo", last, data });
  await moveOpening(ctx, row, result.status);
  await tellSender(ctx, row, "referral-answered");
  return result;
}
