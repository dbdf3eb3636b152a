import type { ServiceReferral } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { Forbidden } from "../../kernel/errors";
import { announce, whereFor } from "../../kernel/index.server";
import { readSettings } from "../../organizations/index.server";
import { changeReferralStatus } from "../states/change-referral-status.server";
import { noteOnReferral } from "../states/note-on-referral.server";
import { type Marks, clockStep } from "../states/clock-step";
import { statusFacts } from "../states/referral-status";
import { tellFamily } from "../family/tell-family.server";
import { tellSender } from "../following/tell-sender.server";

export type ClockReport = { reminded: number; expired: number };
async function marksOf(ctx: Ctx, row: ServiceReferral): Promise<Marks> {
  const events = await ctx.tx.referralEvent.findMany({
    where: { referralId: row.id },
    orderBy: { sequence: "desc" },
  });
  const entered = events.findIndex((event) => event.fromStatus !== event.toStatus);
  const stay = events.slice(0, entered === -1 ? undefined : entered).map(({ event }) => event);
  return { half: stay.includes("referral.reminded_half"), due: stay.includes("referral.reminded_due") };
}

async function expire(ctx: Ctx, row: ServiceReferral): Promise<void> {
  const code = row.status === "waitlisted" ? "waitlist_not_confirmed" : "no_provider_response";
  const reason = { code, party: "system" };
  await changeReferralStatus(ctx, row, { verb: "expire", to: "expired", version: null, reason });
  await tellSender(ctx, row, "referral-expired");
  await tellFamily(ctx, row);
  const toOrganizationId = row.receivingOrganizationId;
  await announce(ctx, { template: "referral-expired", toOrganizationId, params: { referralId: row.id } });
}

async function remind(ctx: Ctx, row: ServiceReferral, step: "remind_half" | "remind_due"): Promise<void> {
  const event = step === "remind_half" ? "referral.reminded_half" : "referral.reminded_due";
  await noteOnReferral(ctx, row, { verb: "remind", event, version: null });
  const params = { referralId: row.id };
  if (statusFacts[row.status].owner === "provider") {
    await announce(ctx, {
      template: "referral-reminder",
      toOrganizationId: row.receivingOrganizationId,
      params,
    });
  }
  if (step === "remind_due") await tellSender(ctx, row, "referral-reminder");
}

/**
 * The clocks of one jurisdiction (system only): reminds half way and when due, closes a silent provider's referral
 * as expired at the end of the grace and a waitlist that nobody confirmed. Doing it twice reminds once.
 */
export async function expireOverdue(ctx: Ctx): Promise<ClockReport> {
  if (ctx.actor.kind !== "system") throw new Forbidden();
  const { settings, calendar } = await readSettings(ctx);
  const rules = { calendar, clocks: settings.clocks };
  const now = ctx.clock.now();
  const rows = await ctx.tx.serviceReferral.findMany({
    where: {
      AND: [
        whereFor(ctx, "expire", "ServiceReferral"),
        { closedAt: null, OR: [{ status: "sent" }, { dueAt: { lte: now } }, { resumeBy: { lte: now } }] },
      ],
    },
    orderBy: { id: "asc" },
  });
  const report: ClockReport = { reminded: 0, expired: 0 };
  for (const row of rows) {
    const step = clockStep(row, await marksOf(ctx, row), now, rules);
    if (step === "expire") await expire(ctx, row);
    else if (step) await remind(ctx, row, step);
    if (step) report[step === "expire" ? "expired" : "reminded"] += 1;
  }
  return report;
}
