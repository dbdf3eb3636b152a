import type { z } from "zod";
import type { ServiceReferral } from "~/db/generated/client";
import { staffUserId } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { timelessId } from "../../kernel/ids";
import { announce, recordAudit } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { daysPassed } from "../../kernel/durations";
import { readSettings } from "../../organizations/index.server";
import { reasonedSchema } from "../states/act-on-referral.schema";
import { findReferral } from "../reading/find-referral.server";
import { readSendingFacts } from "../sending/read-sending-facts.server";
import { type ReferralStatus, statusFacts } from "../states/referral-status";
import type { SentReferral } from "../reading/referral-views";
import { writeReferral } from "../sending/write-referral.server";

/** sent while the permission is in force; back to asking the family when there never was one. */
async function beginsAs(ctx: Ctx, row: ServiceReferral): Promise<ReferralStatus> {
  if (!row.consentId) return "awaiting_family_yes";
  const now = ctx.clock.now();
  const inForce = await ctx.tx.consent.count({
    where: {
      id: row.consentId,
      status: "given",
      OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
    },
  });
  if (inForce === 0) throw new Conflict("needs_new_consent");
  return "sent";
}

async function mayReopen(ctx: Ctx, row: ServiceReferral): Promise<void> {
  if (statusFacts[row.status].open || row.status === "entered_in_error" || !row.closedAt) {
    throw new Conflict("not_possible_now");
  }
  const { settings } = await readSettings(ctx);
  const days = daysPassed(row.closedAt, ctx.clock.now());
  if (days > settings.clocks.reopenCalendarDays) throw new Conflict("too_late_to_reopen");
}

function copied(row: ServiceReferral) {
  const { householdId, serviceId, receivingOrganizationId, callId, kind, urgent, needCodes, whatWouldHelp } =
    row;
  const { basisKind, basisCitation, consentId, sendingTeam } = row;
  const snapshot = row.snapshot ?? {};
  const where = { householdId, serviceId, receivingOrganizationId, callId };
  return {
    ...where,
    kind,
    urgent,
    needCodes,
    whatWouldHelp,
    basisKind,
    basisCitation,
    consentId,
    sendingTeam,
    snapshot,
  };
}

/**
 * A supervisor reopens a referral closed at most 30 days ago, with a reason: a new referral that names the old one;
 * the old one stays as it ended and past counts do not move.
 */
export async function reopenReferral(ctx: Ctx, input: z.input<typeof reasonedSchema>): Promise<SentReferral> {
  const { referralId, version, reason } = parseInput(reasonedSchema, input);
  const row = await findReferral(ctx, "reopen", referralId);
  if (version !== row.version) throw new Conflict("moved_on");
  await mayReopen(ctx, row);
  const status = await beginsAs(ctx, row);
  const { serviceId, householdId } = row;
  const facts = await readSendingFacts(ctx, {
    serviceId,
    householdId,
    consentMethod: null,
    calledAhead: true,
    duplicateReason: reason,
  });
  const id = timelessId();
  const senderUserId = row.senderUserId ?? staffUserId(ctx.actor);
  const fresh = { id, status, reopensId: row.id, senderUserId, serviceVersion: facts.serviceVersion };
  const written = await writeReferral(ctx, { ...copied(row), ...fresh }, facts.rules);
  await recordAudit(ctx, { event: "referral.reopened", entity: "ServiceReferral", entityId: row.id, reason });
  if (status === "sent") {
    const toOrganizationId = row.receivingOrganizationId;
    await announce(ctx, { template: "referral-sent", toOrganizationId, params: { referralId: id } });
  }
  return { referralId: id, householdId, status, repeated: false, ...written };
}
