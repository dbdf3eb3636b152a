import type { z } from "zod";
import type { ServiceReferral } from "~/db/generated/client";
import { staffUserId } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { Conflict, Invalid } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import { recordAudit } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { recordContactAttemptSchema } from "../states/act-on-referral.schema";
import { changeReferralStatus } from "../states/change-referral-status.server";
import { findReferral } from "../reading/find-referral.server";
import { noteOnReferral } from "../states/note-on-referral.server";
import type { ReferralStatus } from "../states/referral-status";
import type { ActResult } from "../reading/referral-views";

const tried: readonly ReferralStatus[] = [
  "awaiting_family_yes",
  "accepted",
  "contacting",
  "scheduled",
  "on_hold",
  "waitlisted",
];

function marks(row: ServiceReferral, at: Date, reached: boolean) {
  return {
    firstAttemptAt: row.firstAttemptAt && row.firstAttemptAt < at ? row.firstAttemptAt : at,
    ...(reached ? { reachedAt: row.reachedAt ?? at } : {}),
  };
}

/**
 * Logs a try to reach the family. The first one after accepting, or after a pause, starts "reaching out"
 * (accepted, on_hold -> contacting); the others leave the status as it is. `at` may lie back to its sending, never ahead.
 */
export async function recordContactAttempt(
  ctx: Ctx,
  input: z.input<typeof recordContactAttemptSchema>,
): Promise<ActResult> {
  const attempt = parseInput(recordContactAttemptSchema, input);
  const row = await findReferral(ctx, "record_contact", attempt.referralId);
  if (!tried.includes(row.status)) throw new Conflict("not_possible_now");
  const now = ctx.clock.now();
  const eventId = newId(now);
  const at = attempt.at ?? now;
  if (at > now || at < (row.sentAt ?? row.createdAt)) throw new Invalid({ at: ["not_in_time"] });
  await ctx.tx.contactAttempt.createMany({
    data: {
      id: eventId,
      jurisdictionId: ctx.actor.jurisdictionId,
      referralId: row.id,
      at,
      way: attempt.way,
      outcome: attempt.outcome,
      byUserId: staffUserId(ctx.actor),
      createdAt: now,
    },
  });
  await recordAudit(ctx, { event: "contact_attempt.recorded", entity: "ServiceReferral", entityId: row.id });
  const data = marks(row, at, attempt.outcome === "reached");
  if (row.status === "accepted" || row.status === "on_hold") {
    const to = "contacting";
    return changeReferralStatus(ctx, row, { verb: "record_contact", to, eventId, version: null, data });
  }
  return noteOnReferral(ctx, row, {
    verb: "record_contact",
    event: "referral.contact_attempted",
    eventId,
    version: null,
    data,
  });
}
