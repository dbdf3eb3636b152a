import type { StaffActor } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import { NotFound } from "~/domain/kernel/errors";
import { isId } from "~/domain/kernel/ids";
import { recordAudit, whereFor } from "~/domain/kernel/index.server";

/** Takes an open invitation back. NotFound when there is none in reach, or when it was used meanwhile. */
export async function revokeInvitation(ctx: Ctx<StaffActor>, id: unknown): Promise<void> {
  const reach = whereFor(ctx, "revoke", "Invitation");
  if (typeof id !== "string" || !isId(id)) throw new NotFound();
  const open = { id, acceptedAt: null, revokedAt: null };
  const ended = await ctx.tx.invitation.updateMany({
    where: { AND: [reach, open] },
    data: { revokedAt: ctx.clock.now() },
  });
  if (ended.count === 0) throw new NotFound();
  await recordAudit(ctx, { event: "invitation.revoked", entity: "Invitation", entityId: id });
}
