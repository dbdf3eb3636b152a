import type { z } from "zod";
import type { Consent, ServiceReferral } from "~/db/generated/client";
import { staffUserId } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { timelessId } from "../../kernel/ids";
import { announce, whereFor } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { rerouteReferralSchema } from "../states/act-on-referral.schema";
import { consentInForce } from "../family/consent-in-force";
import { findReferral } from "../reading/find-referral.server";
import { needsToSend } from "./needs-to-send";
import { type SendingFacts, readSendingFacts } from "./read-sending-facts.server";
import type { SentReferral } from "../reading/referral-views";
import { settleReplaced } from "./settle-replaced.server";
import { writeReferral } from "./write-referral.server";

/** The permission of the closed referral, where it covers the organization of the new program too. */
async function permissionFor(ctx: Ctx, row: ServiceReferral, serviceId: string): Promise<Consent | null> {
  if (!row.consentId) return null;
  const { jurisdictionId } = row;
  const consent = await ctx.tx.consent.findFirst({ where: { id: row.consentId, jurisdictionId } });
  const covered = await ctx.tx.service.count({
    where: { id: serviceId, jurisdictionId, organizationId: consent?.recipientOrganizationId },
  });
  return consent && covered > 0 && consentInForce(consent, ctx.clock.now()) ? consent : null;
}

/** What the first program was asked and told was for its eyes: another organization is asked for what it lists. */
function carried(ctx: Ctx, row: ServiceReferral, facts: SendingFacts) {
  const { householdId, callId, urgent } = row;
  const same = facts.organizationId === row.receivingOrganizationId;
  return {
    householdId,
    callId,
    urgent,
    needCodes: same ? row.needCodes : needsToSend(row.needCodes, facts.needCodes),
    whatWouldHelp: same ? row.whatWouldHelp : "",
    kind: row.kind === "self" ? ("consented" as const) : row.kind,
    basisKind: row.basisKind,
    basisCitation: row.basisCitation,
    senderUserId: row.senderUserId ?? staffUserId(ctx.actor),
    sendingTeam: row.sendingTeam ?? (ctx.actor.kind === "staff" ? ctx.actor.teamName : null),
    receivingOrganizationId: facts.organizationId,
    serviceVersion: facts.serviceVersion,
    goalFrameworkVersion: facts.settings.goalFrameworkVersion,
    replacesId: row.id,
  };
}

function mayReroute(row: ServiceReferral, version: number): void {
  if (version !== row.version) throw new Conflict("moved_on");
  if (row.nextAct !== "reroute") throw new Conflict("not_possible_now");
}

/**
 * Another program for a family whose referral expired or was declined: a new referral that names the old one
 * (`replaces`), which asks nothing more. The family's yes was to one organization: to the same one the new referral is
 * sent at once, for any other it waits for the family's yes and nothing leaves before. Posting twice makes one.
 * NotFound, Conflict (not_possible_now, moved_on and those of sendReferral), Invalid calledAhead.
 */
export async function rerouteReferral(
  ctx: Ctx,
  input: z.input<typeof rerouteReferralSchema>,
): Promise<SentReferral> {
  whereFor(ctx, "send", "ServiceReferral");
  const { referralId, version, serviceId, calledAhead } = parseInput(rerouteReferralSchema, input);
  const row = await findReferral(ctx, "answer", referralId);
  mayReroute(row, version);
  const { householdId } = row;
  const permission = await permissionFor(ctx, row, serviceId);
  const facts = await readSendingFacts(ctx, {
    serviceId,
    householdId,
    consentMethod: (permission?.method ?? null) as "verbal" | "written" | "e_sign" | null,
    calledAhead: permission ? calledAhead : true,
    duplicateReason: null,
  });
  const id = timelessId();
  const status = permission ? ("sent" as const) : ("awaiting_family_yes" as const);
  const shared = permission ? { consentId: permission.id, snapshot: row.snapshot ?? {} } : {};
  const written = await writeReferral(
    ctx,
    { ...carried(ctx, row, facts), ...shared, id, status, serviceId },
    facts.rules,
  );
  await settleReplaced(ctx, row.id, householdId);
  if (permission) {
    const toOrganizationId = facts.organizationId;
    await announce(ctx, { template: "referral-sent", toOrganizationId, params: { referralId: id } });
  }
  return { referralId: id, householdId, status, repeated: false, ...written };
}
