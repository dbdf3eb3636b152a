import type { z } from "zod";
import { announce, recordAudit } from "../../kernel/index.server";
import { staffUserId } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { refuseClaimSchema } from "../vetting.schema";
import { changeClaim, findClaim } from "./find-claim.server";

/** The agency does not believe a claim: who asked is told, with the reason in the agency's words. Throws NotFound, Invalid, Conflict. */
export async function refuseClaim(ctx: Ctx, input: z.input<typeof refuseClaimSchema>): Promise<void> {
  const { reason, ...key } = parseInput(refuseClaimSchema, input);
  const claim = await findClaim(ctx, key, "asked");
  await changeClaim(ctx, claim, {
    status: "refused",
    decidedAt: ctx.clock.now(),
    decidedById: staffUserId(ctx.actor),
    decisionReason: reason,
  });
  const { id: claimId, email, language } = claim;
  await announce(ctx, { template: "claim-refused", toEmail: email, locale: language, params: { claimId } });
  await recordAudit(ctx, {
    event: "organization.claim_refused",
    entity: "OrganizationClaim",
    entityId: claimId,
  });
}
