import type { Ctx } from "../../kernel/context";
import { followUpsWhere } from "./follow-ups-where.server";

/** How many rows listFollowUps gives the actor for its own work. */
export function countFollowUps(ctx: Ctx): Promise<number> {
  return ctx.tx.serviceReferral.count({ where: followUpsWhere(ctx, "mine") });
}
