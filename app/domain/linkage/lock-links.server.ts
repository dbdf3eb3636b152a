import type { Ctx } from "~/domain/kernel/context";

/** Whoever links or unlinks in a jurisdiction comes one after the other; with `records`, also never while they are imported. */
export async function lockLinks(ctx: Ctx, more: readonly "records"[] = []): Promise<void> {
  for (const what of [...more, "links"])
    await ctx.tx
      .$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${what} ${ctx.actor.jurisdictionId}`}, 0))`;
}
