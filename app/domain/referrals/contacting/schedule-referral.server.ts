import type { z } from "zod";
import { addMonths, instantAt } from "../../kernel/calendar";
import type { Ctx } from "../../kernel/context";
import { Invalid } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { readSettings } from "../../organizations/index.server";
import { scheduleReferralSchema } from "../states/act-on-referral.schema";
import { changeReferralStatus } from "../states/change-referral-status.server";
import { findReferral } from "../reading/find-referral.server";
import type { ActResult } from "../reading/referral-views";

/** A first meeting has a day, which may be moved; by the close of that day it is due. Not a day gone by, nor a year away. */
export async function scheduleReferral(
  ctx: Ctx,
  input: z.input<typeof scheduleReferralSchema>,
): Promise<ActResult> {
  const { referralId, version, on } = parseInput(scheduleReferralSchema, input);
  const row = await findReferral(ctx, "schedule", referralId);
  const { calendar, timeZone } = await readSettings(ctx);
  const today = ctx.clock.today(timeZone);
  if (on < today) throw new Invalid({ on: ["gone_by"] });
  if (on > addMonths(today, 12)) throw new Invalid({ on: ["too_far"] });
  const dueAt = instantAt(timeZone, on, calendar.closesAt);
  return changeReferralStatus(ctx, row, {
    verb: "schedule",
    to: "scheduled",
    version,
    due: { dueAt, resumeBy: null },
  });
}
