import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { recordAudit, whereFor } from "../../kernel/index.server";
import { appendReferralEvent } from "./append-referral-event.server";
import { type ActedOn, shownResult, shownRise, versionShown } from "./shown-version";
import type { ActResult } from "../reading/referral-views";

export type Note = {
  verb: string;
  event: string;
  /** The event's id, where a row of its own is written under it. */
  eventId?: string;
  /** The version the person saw; null when it does not matter. Given, the row's version goes up. */
  version: number | null;
  data?: Prisma.ServiceReferralUncheckedUpdateManyInput;
  reasonCode?: string;
  reason?: string;
  /** What the audit calls it, with no field and no reason, where the event itself would tell too much. */
  audit?: string;
};

/** An event that leaves the status as it is (reminder, reassignment, request): guarded, with event and audit. */
export async function noteOnReferral(ctx: Ctx, row: ActedOn, note: Note): Promise<ActResult> {
  if (note.version !== null && note.version !== versionShown(row)) throw new Conflict("moved_on");
  const rise = note.version === null ? 0 : 1;
  const shown = rise && shownRise(ctx.actor, row, note.data);
  const { count } = await ctx.tx.serviceReferral.updateMany({
    where: {
      AND: [
        whereFor(ctx, note.verb, "ServiceReferral"),
        { id: row.id, status: row.status, version: row.version },
      ],
    },
    data: { ...note.data, version: { increment: rise }, shownVersion: { increment: shown } },
  });
  if (count === 0) throw new Conflict("moved_on");
  await appendReferralEvent(ctx, {
    id: note.eventId,
    referralId: row.id,
    event: note.event,
    from: row.status,
    to: row.status,
    reasonCode: note.reasonCode,
  });
  await recordAudit(ctx, {
    event: note.audit ?? note.event,
    entity: "ServiceReferral",
    entityId: row.id,
    ...(note.audit ? {} : { fields: Object.keys(note.data ?? {}), reason: note.reason ?? note.reasonCode }),
  });
  const dueAt = note.data?.dueAt instanceof Date ? note.data.dueAt : row.dueAt;
  return shownResult(
    row,
    { referralId: row.id, version: row.version + rise, status: row.status, dueAt },
    shown,
  );
}
