import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";

const remember = (ctx: Ctx) =>
  ctx.tx
    .$queryRaw`select set_config('app.kept_names', coalesce(kept_names(), '-'), true), set_config('app.hidden_names', hidden_names()::text, true)`;

/**
 * Names of who is not shown are gathered once for all statements of a transaction that only reads: each of some thirty asks for them.
 * What changes one of them in the same transaction would be told by the old ones. Throws Forbidden.
 */
export async function rememberNames(ctx: Ctx): Promise<void> {
  whereFor(ctx, "harvest", "Service");
  await remember(ctx);
}

/**
 * As rememberNames for what `run` asks, which changes none of them; they are forgotten after it. Where `run` throws, its transaction is
 * rolled back, and what it remembered with it.
 */
export async function withNames<T>(ctx: Ctx, run: () => Promise<T>): Promise<T> {
  await remember(ctx);
  const answer = await run();
  await ctx.tx
    .$queryRaw`select set_config('app.kept_names', '', true), set_config('app.hidden_names', '', true)`;
  return answer;
}
