import type { Ctx } from "./context";

/**
 * Whoever changes a jurisdiction's records of the agency (imports, rebuilding) or its links comes one after the other, until
 * the transaction ends. Who takes both takes the records first.
 */
export const lockJurisdiction = (ctx: Ctx, what: "records" | "links"): Promise<unknown> =>
  ctx.tx
    .$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${what} ${ctx.actor.jurisdictionId}`}, 0))`;
