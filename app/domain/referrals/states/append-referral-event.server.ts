import { actorStamp, staffName } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import type { DueTimes } from "./referral-clocks";
import type { ReferralStatus } from "./referral-status";

export type ReferralEventInput = {
  /** Chosen beforehand where a row of its own is written under it. */
  id?: string;
  referralId: string;
  /** Known at the creation; otherwise the next one is read under the row's lock. */
  sequence?: number;
  event: string;
  from: ReferralStatus | null;
  to: ReferralStatus;
  reasonCode?: string | null;
  reasonParty?: string | null;
  undoesId?: string | null;
  /** The clock as it stood, for an act that moves it. */
  before?: DueTimes;
};

async function nextSequence(ctx: Ctx, referralId: string): Promise<number> {
  const last = await ctx.tx.referralEvent.aggregate({ where: { referralId }, _max: { sequence: true } });
  return (last._max.sequence ?? 0) + 1;
}

/** Adds one line to a referral's append-only history, in the transaction that changes the row. */
export async function appendReferralEvent(ctx: Ctx, input: ReferralEventInput): Promise<void> {
  const at = ctx.clock.now();
  await ctx.tx.referralEvent.createMany({
    data: {
      id: input.id ?? newId(at),
      jurisdictionId: ctx.actor.jurisdictionId,
      referralId: input.referralId,
      sequence: input.sequence ?? (await nextSequence(ctx, input.referralId)),
      at,
      event: input.event,
      fromStatus: input.from,
      toStatus: input.to,
      ...actorStamp(ctx.actor),
      actorName: staffName(ctx.actor),
      reasonCode: input.reasonCode ?? null,
      reasonParty: input.reasonParty ?? null,
      undoesId: input.undoesId ?? null,
      dueBefore: input.before?.dueAt ?? null,
      resumeBefore: input.before?.resumeBy ?? null,
    },
  });
}
