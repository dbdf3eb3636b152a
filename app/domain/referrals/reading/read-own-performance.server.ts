import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";
import { earlier } from "../../kernel/durations";
import { readSettings } from "../../organizations/index.server";
import { dueOnEntering } from "../states/referral-clocks";
import type { OwnPerformance } from "./referral-views";

const windowDays = 90;
const replies = ["referral.accepted", "referral.waitlisted", "referral.declined", "referral.question_asked"];

/**
 * The provider's own last 90 days, counted over the referrals sent to it then (not those entered in error): replied
 * by the due time (a question is a reply), reached, started.
 */
export async function readOwnPerformance(ctx: Ctx): Promise<OwnPerformance> {
  const since = earlier(ctx.clock.now(), { days: windowDays });
  const { settings, calendar } = await readSettings(ctx);
  const rules = { calendar, clocks: settings.clocks };
  const rows = await ctx.tx.serviceReferral.findMany({
    where: {
      AND: [
        whereFor(ctx, "open", "ServiceReferral"),
        { sentAt: { gte: since }, status: { not: "entered_in_error" } },
      ],
    },
    select: {
      sentAt: true,
      urgent: true,
      reachedAt: true,
      connectedAt: true,
      events: {
        where: { event: { in: replies } },
        orderBy: { sequence: "asc" },
        take: 1,
        select: { at: true },
      },
    },
  });
  const onTime = rows.filter(({ sentAt, urgent, events }) => {
    const due = sentAt && dueOnEntering("sent", sentAt, urgent, rules).dueAt;
    const reply = events[0]?.at;
    return due && reply && reply <= due;
  });
  const of = rows.length;
  return {
    since,
    repliedOnTime: { count: onTime.length, of },
    reached: { count: rows.filter(({ reachedAt }) => reachedAt).length, of },
    started: { count: rows.filter(({ connectedAt }) => connectedAt).length, of },
  };
}
