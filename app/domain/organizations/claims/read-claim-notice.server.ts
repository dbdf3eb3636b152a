import type { Ctx } from "../../kernel/context";
import { Forbidden, NotFound } from "../../kernel/errors";

/** What a mail may say of a decided claim. System only. Throws Forbidden, NotFound. */
export async function readClaimNotice(
  ctx: Ctx,
  input: { claimId: string },
): Promise<{ organizationName: string; reason: string }> {
  if (ctx.actor.kind !== "system") throw new Forbidden();
  const row = await ctx.tx.organizationClaim.findFirst({
    where: { id: input.claimId, jurisdictionId: ctx.actor.jurisdictionId },
    select: { decisionReason: true, organization: { select: { name: true } } },
  });
  if (!row) throw new NotFound();
  return { organizationName: row.organization.name, reason: row.decisionReason ?? "" };
}
