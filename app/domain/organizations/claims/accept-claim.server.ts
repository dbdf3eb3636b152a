import type { z } from "zod";
import { recordAudit } from "../../kernel/index.server";
import { staffUserId } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { Conflict, Invalid } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { dateOf } from "../../kernel/calendar";
import { changeInWords, changeOrganization, findOrganization } from "../change-organization.server";
import { readSettings } from "../read-settings.server";
import { acceptClaimSchema } from "../vetting.schema";
import { type ClaimRow, changeClaim, findClaim } from "./find-claim.server";

/** A vetting that has ended already would shut the organization at once. */
export async function refusePastDay(ctx: Ctx, day: Date): Promise<void> {
  const { timeZone } = await readSettings(ctx);
  if (dateOf(day) < ctx.clock.today(timeZone)) throw new Invalid({ vettedUntil: ["past"] });
}

/**
 * The agency believes a claim: the agreement and how long the vetting holds are recorded, and the organization becomes active.
 * Who calls this invites the two people in the same transaction (auth/admit-claim.server.ts). Throws NotFound, Invalid,
 * Conflict("claim_changed", "suspended", "merged").
 */
export async function acceptClaim(ctx: Ctx, input: z.input<typeof acceptClaimSchema>): Promise<ClaimRow> {
  const {
    claimId,
    version,
    calledListedNumber: _called,
    ...agreement
  } = parseInput(acceptClaimSchema, input);
  const claim = await findClaim(ctx, { claimId, version }, "asked");
  await refusePastDay(ctx, agreement.vettedUntil);
  const organization = await findOrganization(ctx, "write", { id: claim.organizationId });
  if (organization.status === "suspended") throw new Conflict("suspended");
  if (organization.mergedIntoId) throw new Conflict("merged");
  const { agreementReference, agreementSignedOn } = agreement;
  await changeClaim(ctx, claim, {
    status: "vetted",
    decidedAt: ctx.clock.now(),
    decidedById: staffUserId(ctx.actor),
    agreementReference,
    agreementSignedOn,
  });
  const after = {
    ...agreement,
    contractNumber: agreement.contractNumber ?? organization.contractNumber,
    status: "active" as const,
  };
  await changeOrganization(ctx, "write", organization, after);
  await recordAudit(ctx, {
    event: "organization.claim_accepted",
    entity: "OrganizationClaim",
    entityId: claim.id,
  });
  await recordAudit(ctx, {
    event: "organization.vetted",
    entity: "Organization",
    entityId: organization.id,
    ...changeInWords(organization, after),
  });
  return claim;
}
