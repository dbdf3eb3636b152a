import type { z } from "zod";
import { recordAudit } from "../../kernel/index.server";
import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { claimKeySchema } from "../vetting.schema";
import { changeClaim, findClaim } from "./find-claim.server";

/** Takes a refusal back: the claim waits again. Throws NotFound, Conflict. */
export async function reopenClaim(ctx: Ctx, input: z.input<typeof claimKeySchema>): Promise<void> {
  const claim = await findClaim(ctx, parseInput(claimKeySchema, input), "refused");
  await changeClaim(ctx, claim, {
    status: "asked",
    decidedAt: null,
    decidedById: null,
    decisionReason: null,
  });
  await recordAudit(ctx, {
    event: "organization.claim_reopened",
    entity: "OrganizationClaim",
    entityId: claim.id,
  });
}
