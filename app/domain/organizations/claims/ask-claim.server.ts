import type { z } from "zod";
import { recordAudit, whereFor } from "../../kernel/index.server";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import { parseInput } from "../../kernel/parse-input";
import { askClaimSchema } from "./ask-claim.schema";
import { findClaimable } from "./find-claimable.server";

/** More than these waiting are not people asking. */
const waitingAtMost = { organization: 5, jurisdiction: 500 };

/**
 * Somebody says that an organization with published listings is theirs, and names two people. Nothing changes until the
 * agency has called the number it already knows. Throws NotFound, Invalid (by field: required, email, phone, same_person,
 * too_long), Conflict("too_many").
 */
export async function askClaim(ctx: Ctx, input: z.input<typeof askClaimSchema>): Promise<string> {
  const reach = whereFor(ctx, "ask", "OrganizationClaim");
  const { key, ...claim } = parseInput(askClaimSchema, input);
  const { id: organizationId } = await findClaimable(ctx, { key });
  const { jurisdictionId } = ctx.actor;
  const waiting = { AND: [reach, { status: "asked" }] };
  const own = await ctx.tx.organizationClaim.count({ where: { AND: [waiting, { organizationId }] } });
  const all = await ctx.tx.organizationClaim.count({ where: waiting });
  if (own >= waitingAtMost.organization || all >= waitingAtMost.jurisdiction) throw new Conflict("too_many");
  const at = ctx.clock.now();
  const id = newId(at);
  await ctx.tx.organizationClaim.createMany({
    data: [{ id, jurisdictionId, organizationId, ...claim, askedAt: at }],
  });
  await recordAudit(ctx, { event: "organization.claim_asked", entity: "OrganizationClaim", entityId: id });
  return id;
}
