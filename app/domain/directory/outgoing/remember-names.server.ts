import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";

/**
 * Names of who is not shown are gathered once for all statements of a transaction that only reads: each of some thirty asks for them.
 * What changes one of them in the same transaction would be told by the old ones. Throws Forbidden.
 */
export async function rememberNames(ctx: Ctx): Promise<void> {
  whereFor(ctx, "harvest", "Service");
  await ctx.tx
    .$queryRaw`select set_config('app.kept_names', coalesce(kept_names(), '-'), true), set_config('app.hidden_names', hidden_names()::text, true)`;
}
