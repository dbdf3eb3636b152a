import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { readSettings } from "../../organizations/index.server";
import { type OnReferral, onReferral } from "../states/act-on-referral.schema";
import { findReferral } from "../reading/find-referral.server";
import { noteOnReferral } from "../states/note-on-referral.server";
import { dueOnEntering } from "../states/referral-clocks";
import type { ActResult } from "../reading/referral-views";

/** The family still waits and still wants to: the next check is 30 days on. */
export async function confirmWaitlist(ctx: Ctx, input: OnReferral): Promise<ActResult> {
  const { referralId, version } = parseInput(onReferral, input);
  const row = await findReferral(ctx, "confirm_waitlist", referralId);
  if (row.status !== "waitlisted") throw new Conflict("not_possible_now");
  const { settings, calendar } = await readSettings(ctx);
  const rules = { calendar, clocks: settings.clocks };
  const { dueAt } = dueOnEntering("waitlisted", ctx.clock.now(), row.urgent, rules);
  const event = "referral.waitlist_confirmed";
  return noteOnReferral(ctx, row, { verb: "confirm_waitlist", event, version, data: { dueAt } });
}
