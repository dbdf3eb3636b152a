import { instantAt } from "../kernel/business-calendar";
import type { Ctx } from "../kernel/context";
import { readSettings } from "../organizations/index.server";

/** Midnight, where the jurisdiction is. */
export async function startOfToday(ctx: Ctx): Promise<Date> {
  const { timeZone } = await readSettings(ctx);
  return instantAt(timeZone, ctx.clock.today(timeZone), 0);
}
