import type { z } from "zod";
import type { ServiceReferral } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { announce } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { readSettings } from "../../organizations/index.server";
import { answerQuestionSchema } from "../states/act-on-referral.schema";
import { changeReferralStatus } from "../states/change-referral-status.server";
import { findReferral } from "../reading/find-referral.server";
import { dueAfterPauses, dueOnEntering } from "../states/referral-clocks";
import type { ActResult } from "../reading/referral-views";

/** The provider's due time once its clock runs again: what was left when it asked. */
async function resumedDue(ctx: Ctx, row: ServiceReferral): Promise<Date | null> {
  const { settings, calendar } = await readSettings(ctx);
  const rules = { calendar, clocks: settings.clocks };
  const first = row.sentAt ? dueOnEntering("sent", row.sentAt, row.urgent, rules).dueAt : null;
  if (!first) return null;
  const events = await ctx.tx.referralEvent.findMany({
    where: { referralId: row.id, event: { in: ["referral.question_asked", "referral.question_answered"] } },
    orderBy: { sequence: "asc" },
  });
  const asked = events.filter(({ event }) => event === "referral.question_asked");
  const answered = events.filter(({ event }) => event === "referral.question_answered");
  const pauses = asked.map(({ at }, index) => ({ from: at, to: answered[index]?.at ?? ctx.clock.now() }));
  return dueAfterPauses(calendar, first, pauses);
}

/** Answers the provider's question: the referral is the provider's again and its clock goes on. */
export async function answerQuestion(
  ctx: Ctx,
  input: z.input<typeof answerQuestionSchema>,
): Promise<ActResult> {
  const { referralId, version, answer } = parseInput(answerQuestionSchema, input);
  const row = await findReferral(ctx, "answer", referralId);
  if (row.status !== "needs_information") throw new Conflict("already_answered");
  const result = await changeReferralStatus(ctx, row, {
    verb: "answer",
    to: "sent",
    version,
    data: { answer },
    due: { dueAt: await resumedDue(ctx, row), resumeBy: null },
  });
  const toOrganizationId = row.receivingOrganizationId;
  await announce(ctx, { template: "referral-reply", toOrganizationId, params: { referralId } });
  return result;
}
