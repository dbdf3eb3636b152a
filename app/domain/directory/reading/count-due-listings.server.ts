import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";
import { dueWhere } from "./freshness";

/** How many of the actor's listings are due for a check: for a badge. Throws Forbidden. */
export function countDueListings(ctx: Ctx): Promise<number> {
  const due = { listingState: "published", ...dueWhere(ctx.clock.now()) } as const;
  return ctx.tx.service.count({ where: { AND: [whereFor(ctx, "list", "Service"), due] } });
}
