import type { Ctx } from "../kernel/context";
import { isId } from "../kernel/ids";

/** The names of people who work here, by user id; of anything else none. */
export async function namesOf(ctx: Ctx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const users = await ctx.tx.user.findMany({
    where: { id: { in: [...new Set(ids.filter((id) => id !== null && isId(id)))] } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}
