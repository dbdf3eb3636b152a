import type { Ctx } from "../../kernel/context";
import { findReferral } from "../reading/find-referral.server";
import type { toldHow } from "./tell-record-linkage.schema";

export type RecordLinkage = {
  allowed: boolean;
  /** Null where the family never spoke of it. */
  saidAt: Date | null;
  /** Which worker wrote it down, and how it was told; null where the family said it on its own page. */
  by: { name: string; how: (typeof toldHow)[number] } | null;
};

/** What the family of a referral said of comparing its records, for whoever may write that down. NotFound out of reach. */
export async function readRecordLinkage(
  ctx: Ctx,
  { referralId }: { referralId: string },
): Promise<RecordLinkage> {
  const { householdId } = await findReferral(ctx, "tell_linkage", referralId);
  const household = await ctx.tx.household.findFirstOrThrow({
    where: { jurisdictionId: ctx.actor.jurisdictionId, id: householdId },
  });
  const { recordLinkageRefusedAt, recordLinkageSaidAt, recordLinkageSaidById, recordLinkageSaidHow } =
    household;
  const worker =
    recordLinkageSaidById === null
      ? null
      : await ctx.tx.user.findUnique({ where: { id: recordLinkageSaidById }, select: { name: true } });
  return {
    allowed: recordLinkageRefusedAt === null,
    saidAt: recordLinkageSaidAt ?? recordLinkageRefusedAt,
    by: worker && { name: worker.name, how: recordLinkageSaidHow as (typeof toldHow)[number] },
  };
}
