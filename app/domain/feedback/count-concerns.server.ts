import type { Ctx } from "../kernel/context";
import { openConcerns } from "./open-concerns.server";

/** How many open concerns listConcerns gives: for a badge. Throws Forbidden. */
export function countConcerns(ctx: Ctx): Promise<number> {
  return ctx.tx.listingConcern.count({ where: openConcerns(ctx) });
}
