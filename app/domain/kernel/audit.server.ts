import { actorStamp } from "./actor";
import type { Ctx } from "./context";
import { newId } from "./ids";

export type AuditInput = {
  /** noun.verb: past tense for a change ("referral.accepted"), ".read" for a sealed thing that was read. */
  event: string;
  entity: string;
  entityId: string | null;
  /** Names of the fields that changed, never their values. */
  fields?: string[];
  reason?: string;
};

/** Writes one append-only audit row in the caller's transaction. */
export async function recordAudit(ctx: Ctx, input: AuditInput): Promise<void> {
  const at = ctx.clock.now();
  await ctx.tx.auditEntry.createMany({
    data: {
      id: newId(at),
      jurisdictionId: ctx.actor.jurisdictionId,
      at,
      ...actorStamp(ctx.actor),
      event: input.event,
      entity: input.entity,
      entityId: input.entityId,
      fields: input.fields ?? [],
      reason: input.reason ?? null,
      requestId: ctx.requestId ?? null,
    },
  });
}
