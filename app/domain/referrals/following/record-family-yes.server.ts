import type { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { recordFamilyYesSchema } from "../states/act-on-referral.schema";
import { agreeToReferral } from "../family/agree-to-referral.server";
import { findReferral } from "../reading/find-referral.server";
import type { ActResult } from "../reading/referral-views";

/**
 * The family of an outreach referral said yes: its permission is recorded as it was asked, the snapshot is frozen
 * and the referral goes to the provider. By its sender, the outreach team or the supervisor.
 */
export async function recordFamilyYes(
  ctx: Ctx,
  input: z.input<typeof recordFamilyYesSchema>,
): Promise<ActResult> {
  const said = parseInput(recordFamilyYesSchema, input);
  const row = await findReferral(ctx, "record_family_yes", said.referralId);
  if (row.status !== "awaiting_family_yes") throw new Conflict("already_answered");
  return agreeToReferral(ctx, row, {
    verb: "record_family_yes",
    version: said.version,
    method: said.consent.method,
    consent: () => said.consent,
    whatWouldHelp: said.whatWouldHelp,
    needCodes: said.needCodes,
    postalCode: said.postalCode ?? null,
    messageOk: said.messageOk,
  });
}
