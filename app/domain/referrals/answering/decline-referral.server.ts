import type { z } from "zod";
import type { ServiceReferral } from "~/db/generated/client";
import { addBusinessDays } from "../../kernel/business-calendar";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { giveBackOpening } from "../../directory/index.server";
import { readSettings } from "../../organizations/index.server";
import { declineReferralSchema } from "../states/act-on-referral.schema";
import { changeReferralStatus } from "../states/change-referral-status.server";
import { findReferral } from "../reading/find-referral.server";
import { readSealed } from "../reading/read-sealed.server";
import type { ActResult } from "../reading/referral-views";
import { noteListingFault } from "./note-listing-fault.server";
import { listingFaultCodes } from "../states/reasons";
import { tellFamily } from "../family/tell-family.server";
import { tellSender } from "../following/tell-sender.server";

/** After accepting, a provider may still decline for five business days, as long as nobody was tried. */
async function mayStillDecline(ctx: Ctx, row: ServiceReferral): Promise<void> {
  if (row.status !== "accepted" || !row.answeredAt) return;
  const { settings, calendar } = await readSettings(ctx);
  const until = addBusinessDays(calendar, row.answeredAt, settings.clocks.undoAccept);
  if (row.firstAttemptAt || ctx.clock.now() > until) throw new Conflict("too_late_to_decline");
}

/**
 * "Not a fit", with a coded reason. The sender is told and owes the next act (re-route). A reason that faults the
 * listing asks for its review. While a question is open only insufficient_information is possible.
 */
export async function declineReferral(
  ctx: Ctx,
  input: z.input<typeof declineReferralSchema>,
): Promise<ActResult> {
  const { referralId, version, reasonCode, reasonText } = parseInput(declineReferralSchema, input);
  const row = await findReferral(ctx, "decline", referralId);
  if (row.status === "needs_information" && reasonCode !== "insufficient_information")
    throw new Conflict("question_open");
  await mayStillDecline(ctx, row);
  const result = await changeReferralStatus(ctx, row, {
    verb: "decline",
    to: "declined_by_provider",
    version,
    reason: { code: reasonCode, party: "provider", text: reasonText },
    data: { answeredAt: row.answeredAt ?? ctx.clock.now(), remindAt: null },
    conflict: row.status === "accepted" ? undefined : "already_answered",
  });
  if (row.status === "accepted") await giveBackOpening(ctx, { serviceId: row.serviceId, referralId });
  const faults = listingFaultCodes.includes(reasonCode);
  if (faults && !(await readSealed(ctx, row.receivingOrganizationId)))
    await noteListingFault(ctx, row.serviceId);
  await tellSender(ctx, row, "referral-answered");
  await tellFamily(ctx, row);
  return result;
}
