import type { Ctx } from "~/domain/kernel/context";

/** Two imports of one jurisdiction come one after the other: each row and number has one of them to thank. Until the transaction ends. */
export const waitForOtherImports = (ctx: Ctx): Promise<unknown> =>
  ctx.tx
    .$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`records ${ctx.actor.jurisdictionId}`}, 0))`;
