import { staffUserId } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { recordAudit } from "../../kernel/index.server";
import { hideLocations } from "./hide-locations.server";
import { markHiddenPlaces } from "./mark-hidden-places.server";
import { heldReason } from "./safety-hold";

export interface HoldToDecide {
  id: string;
  organizationId: string;
  places: readonly string[];
  /** The organization of the same name whose decision it shares. */
  as?: string;
}
export interface Decision {
  decision: "is" | "is_not";
  tells: readonly string[];
  /** Whose word it was; the actor's where it is not said. */
  decidedById?: string | null;
}

/** The holds themselves, and those of the organizations that went into theirs: a join that is undone keeps the decision. */
async function settle(ctx: Ctx, holds: readonly HoldToDecide[], { decision, ...said }: Decision) {
  const { jurisdictionId } = ctx.actor;
  const of = holds.map((one) => one.organizationId);
  const decidedById = said.decidedById === undefined ? staffUserId(ctx.actor) : said.decidedById;
  const which = [
    { id: { in: holds.map((one) => one.id) } },
    { status: "open", organization: { mergedIntoId: { in: of } } },
  ];
  await ctx.tx.safetyHold.updateMany({
    where: { jurisdictionId, OR: which },
    data: { status: decision, tells: [...said.tells], decidedAt: ctx.clock.now(), decidedById },
  });
  if (decision === "is")
    await ctx.tx.organization.updateMany({
      where: { jurisdictionId, id: { in: of } },
      data: { victimServiceProvider: true, version: { increment: 1 } },
    });
}

/** Makes a decision so on these holds, and tells it in the audit; the search rows of their listings are the caller's to write. */
export async function writeDecision(
  ctx: Ctx,
  holds: readonly HoldToDecide[],
  decision: Decision,
): Promise<void> {
  if (holds.length === 0) return;
  const { jurisdictionId } = ctx.actor;
  const places = holds.flatMap((one) => one.places);
  await settle(ctx, holds, decision);
  if (decision.decision === "is") await hideLocations(ctx, places, decision.tells);
  else {
    await ctx.tx.location.updateMany({
      where: { jurisdictionId, id: { in: places }, visibility: "partial", visibilityReason: heldReason },
      data: { visibility: "full", visibilityReason: null },
    });
    await markHiddenPlaces(ctx, places);
  }
  for (const { organizationId, as } of holds)
    await recordAudit(ctx, {
      event: "safety_hold.decided",
      entity: "Organization",
      entityId: organizationId,
      reason: as ? `${decision.decision}, as ${as}` : decision.decision,
    });
}
