import { actorStamp } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import { recordAudit, whereFor } from "../../kernel/index.server";

/** Takes a permission back, with its event and audit; false when it was not in force. */
export async function revokeConsent(ctx: Ctx, consentId: string): Promise<boolean> {
  const at = ctx.clock.now();
  const { count } = await ctx.tx.consent.updateMany({
    where: { AND: [whereFor(ctx, "revoke", "Consent"), { id: consentId, status: "given" }] },
    data: { status: "revoked", revokedAt: at },
  });
  if (count === 0) return false;
  const { actorKind, actorId } = actorStamp(ctx.actor);
  const { jurisdictionId } = ctx.actor;
  await ctx.tx.consentEvent.createMany({
    data: { id: newId(at), jurisdictionId, consentId, at, status: "revoked", actorKind, actorId },
  });
  await recordAudit(ctx, {
    event: "consent.revoked",
    entity: "Consent",
    entityId: consentId,
    fields: ["status"],
  });
  return true;
}
