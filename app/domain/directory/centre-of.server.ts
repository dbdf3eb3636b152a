import type { Ctx } from "../kernel/context";
import type { Point } from "./geo";

/** The middle of the contiguous United States, for a jurisdiction that has not said where it is. */
const somewhere: Point = { latitude: 39.8, longitude: -98.6 };

/** Around which point the jurisdiction's places are looked up. */
export async function centreOf(ctx: Ctx): Promise<Point> {
  const row = await ctx.tx.jurisdiction.findUnique({
    where: { id: ctx.actor.jurisdictionId },
    select: { latitude: true, longitude: true },
  });
  const { latitude, longitude } = row ?? {};
  return latitude != null && longitude != null ? { latitude, longitude } : somewhere;
}
