import type { Ctx } from "~/domain/kernel/context";

/**
 * Runs one statement as upstream_protected and comes back to the ordinary role. Nothing outside this room may call it:
 * the room's door does not export it. A statement that fails ends the transaction, and its role with it.
 */
export async function asProtected<T>(ctx: Ctx, statement: () => Promise<T>): Promise<T> {
  await ctx.tx.$executeRaw`set local role upstream_protected`;
  const answer = await statement();
  await ctx.tx.$executeRaw`set local role upstream_app`;
  return answer;
}
