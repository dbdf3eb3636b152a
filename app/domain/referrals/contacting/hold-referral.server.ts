import type { z } from "zod";
import { instantAt } from "../../kernel/calendar";
import type { Ctx } from "../../kernel/context";
import { Invalid } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { readSettings } from "../../organizations/index.server";
import { holdReferralSchema } from "../states/act-on-referral.schema";
import { changeReferralStatus } from "../states/change-referral-status.server";
import { findReferral } from "../reading/find-referral.server";
import { dueOnEntering } from "../states/referral-clocks";
import type { ActResult } from "../reading/referral-views";

/** The family asked to pause: until a day it named, at most 60 days off (the jurisdiction's own limit). */
export async function holdReferral(ctx: Ctx, input: z.input<typeof holdReferralSchema>): Promise<ActResult> {
  const { referralId, version, resumeBy: day } = parseInput(holdReferralSchema, input);
  const verb = ctx.actor.kind === "family" ? "pause" : "hold";
  const row = await findReferral(ctx, verb, referralId);
  const { settings, calendar, timeZone } = await readSettings(ctx);
  const now = ctx.clock.now();
  const resumeBy = instantAt(timeZone, day, calendar.opensAt);
  const latest = dueOnEntering("on_hold", now, row.urgent, { calendar, clocks: settings.clocks }).resumeBy;
  if (resumeBy <= now || (latest && resumeBy > latest)) throw new Invalid({ resumeBy: ["pause_too_long"] });
  return changeReferralStatus(ctx, row, { verb, to: "on_hold", version, due: { dueAt: null, resumeBy } });
}
