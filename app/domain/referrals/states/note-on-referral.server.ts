import type { Prisma, ServiceReferral } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { recordAudit, whereFor } from "../../kernel/index.server";
import { appendReferralEvent } from "./append-referral-event.server";
import type { ActResult } from "../reading/referral-views";

export type Note = {
  verb: string;
  event: string;
  /** The version the person saw; null when it does not matter. Given, the row's version goes up. */
  version: number | null;
  data?: Prisma.ServiceReferralUncheckedUpdateManyInput;
  reasonCode?: string;
  reason?: string;
};

/** An event that leaves the status as it is (reminder, reassignment, request): guarded, with event and audit. */
export async function noteOnReferral(ctx: Ctx, row: ServiceReferral, note: Note): Promise<ActResult> {
  if (note.version !== null && note.version !== row.version) throw new Conflict("moved_on");
  const rise = note.version === null ? 0 : 1;
  const { count } = await ctx.tx.serviceReferral.updateMany({
    where: {
      AND: [
        whereFor(ctx, note.verb, "ServiceReferral"),
        { id: row.id, status: row.status, version: row.version },
      ],
    },
    data: { ...note.data, version: { increment: rise } },
  });
  if (count === 0) throw new Conflict("moved_on");
  await appendReferralEvent(ctx, {
    referralId: row.id,
    event: note.event,
    from: row.status,
    to: row.status,
    reasonCode: note.reasonCode,
  });
  await recordAudit(ctx, {
    event: note.event,
    entity: "ServiceReferral",
    entityId: row.id,
    fields: Object.keys(note.data ?? {}),
    reason: note.reason ?? note.reasonCode,
  });
  const dueAt = note.data?.dueAt instanceof Date ? note.data.dueAt : row.dueAt;
  return { referralId: row.id, version: row.version + rise, status: row.status, dueAt };
}
