import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { announce } from "../../kernel/index.server";
import type { ActResult } from "../reading/referral-views";
import { changeReferralStatus } from "../states/change-referral-status.server";
import { noteOnReferral } from "../states/note-on-referral.server";
import { edgeBetween } from "../states/referral-status";
import { type ActedOn, versionShown } from "../states/shown-version";

type TakenBack = { version: number; reasonCode: string; reasonText?: string | null };

/**
 * The sender takes a sealed referral back: for it that is the end, with one answer and one notice whatever became of it.
 * What had not been answered is withdrawn; a receiver that already serves the family is asked, and decides; what had
 * ended stays as it ended. Conflict moved_on when the sending side itself was there before.
 */
export async function takeBackSealed(ctx: Ctx, row: ActedOn, said: TakenBack): Promise<ActResult> {
  if (said.version !== versionShown(row) || row.takenBackAt || row.status === "entered_in_error")
    throw new Conflict("moved_on");
  const { version, reasonCode } = said;
  const edge = edgeBetween(row.status, "withdrawn");
  const data = { takenBackAt: ctx.clock.now() };
  const common = { verb: "withdraw", version, data, audit: "referral.taken_back" };
  const result = edge?.by.includes("sender")
    ? await changeReferralStatus(ctx, row, {
        ...common,
        to: "withdrawn",
        reason: { code: reasonCode, party: "sender", text: said.reasonText },
      })
    : await noteOnReferral(ctx, row, {
        ...common,
        event: edge ? "referral.withdrawal_requested" : "referral.taken_back",
        reasonCode,
      });
  const toOrganizationId = row.receivingOrganizationId;
  await announce(ctx, { template: "referral-withdrawn", toOrganizationId, params: { referralId: row.id } });
  return { ...result, status: "withdrawn" };
}
