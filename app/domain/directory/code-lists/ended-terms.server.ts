import type { Ctx } from "../../kernel/context";

/** Terms that the actor's jurisdiction uses no more, by id, each with what replaces it. */
export async function endedTerms(ctx: Ctx): Promise<ReadonlyMap<string, string | null>> {
  const rows = await ctx.tx.codeListEntry.findMany({
    where: { jurisdictionId: ctx.actor.jurisdictionId, list: "term", deprecatedAt: { not: null } },
    select: { code: true, replacedBy: true },
  });
  return new Map(rows.map((row) => [row.code, row.replacedBy]));
}
