import type { Prisma } from "~/db/generated/client";
import { startOfDay } from "../kernel/calendar";
import type { Ctx } from "../kernel/context";
import { earlier } from "../kernel/durations";
import { readSettings } from "../organizations/index.server";

/** A call that goes on over midnight is not lost to whoever is on it. */
const longestCall = { hours: 4 };

/** Calls since midnight where the jurisdiction is, and those of the late evening that have not ended. */
export async function todaysCallsWhere(ctx: Ctx): Promise<Prisma.IntakeCallWhereInput> {
  const { timeZone } = await readSettings(ctx);
  const midnight = startOfDay(timeZone, ctx.clock.today(timeZone));
  const stillOn = { endedAt: null, startedAt: { gte: earlier(ctx.clock.now(), longestCall) } };
  return { OR: [{ startedAt: { gte: midnight } }, stillOn] };
}
