import type { Ctx } from "../../kernel/context";
import type { Point } from "./geo";

/** The middle of the contiguous United States, for a jurisdiction that has not said where it is. */
const somewhere: Point = { latitude: 39.8, longitude: -98.6 };

/** Around which point the jurisdiction's places are looked up, whether it has said so itself, and the version of its code lists. */
export async function centreOf(ctx: Ctx): Promise<Point & { said: boolean; codeListsVersion: number }> {
  const row = await ctx.tx.jurisdiction.findUnique({
    where: { id: ctx.actor.jurisdictionId },
    select: { latitude: true, longitude: true, codeListsVersion: true },
  });
  const { latitude, longitude, codeListsVersion = 0 } = row ?? {};
  const point = latitude != null && longitude != null ? { latitude, longitude } : null;
  return { ...(point ?? somewhere), said: point !== null, codeListsVersion };
}
