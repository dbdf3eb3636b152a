import { startOfDay } from "../kernel/calendar";
import type { Ctx } from "../kernel/context";
import { readSettings } from "../organizations/index.server";

/** Midnight, where the jurisdiction is. */
export async function startOfToday(ctx: Ctx): Promise<Date> {
  const { timeZone } = await readSettings(ctx);
  return startOfDay(timeZone, ctx.clock.today(timeZone));
}
