import type { Ctx } from "../../kernel/context";
import { Forbidden, NotFound } from "../../kernel/errors";
import { readSettings } from "../../organizations/index.server";

/** All that a mail may say of a referral: its number, who answers it and by when; nothing of the family. */
export type ReferralNotice = {
  id: string;
  number: string;
  /** Whose desk it is now: the receiver, or what that was merged into. */
  organizationId: string;
  dueAt: Date | null;
  timeZone: string;
};

/** A referral as a mail may speak of it. System only. */
export async function readReferralNotice(ctx: Ctx, input: { referralId: string }): Promise<ReferralNotice> {
  if (ctx.actor.kind !== "system") throw new Forbidden();
  const { jurisdictionId } = ctx.actor;
  const row = await ctx.tx.serviceReferral.findFirst({
    where: { id: input.referralId, jurisdictionId },
    select: {
      id: true,
      number: true,
      receivingOrganizationId: true,
      dueAt: true,
      receivingOrganization: { select: { mergedIntoId: true } },
    },
  });
  if (!row) throw new NotFound();
  const { timeZone } = await readSettings(ctx);
  return {
    id: row.id,
    number: row.number,
    organizationId: row.receivingOrganization.mergedIntoId ?? row.receivingOrganizationId,
    dueAt: row.dueAt,
    timeZone,
  };
}
