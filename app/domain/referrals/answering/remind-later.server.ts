import type { z } from "zod";
import { addBusinessDays } from "../../kernel/business-calendar";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { readSettings } from "../../organizations/index.server";
import { remindLaterSchema } from "../states/act-on-referral.schema";
import { findReferral } from "../reading/find-referral.server";
import { noteOnReferral } from "../states/note-on-referral.server";
import { statusFacts } from "../states/referral-status";
import type { ActResult } from "../reading/referral-views";

/** Sets the provider's own reminder; the due time stays what it was. */
export async function remindLater(ctx: Ctx, input: z.input<typeof remindLaterSchema>): Promise<ActResult> {
  const { referralId, version, inBusinessDays } = parseInput(remindLaterSchema, input);
  const row = await findReferral(ctx, "remind", referralId);
  if (!statusFacts[row.status].open) throw new Conflict("not_possible_now");
  const { calendar } = await readSettings(ctx);
  const remindAt = addBusinessDays(calendar, ctx.clock.now(), inBusinessDays);
  return noteOnReferral(ctx, row, {
    verb: "remind",
    event: "referral.reminder_set",
    version,
    data: { remindAt },
  });
}
