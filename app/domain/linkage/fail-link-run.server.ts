import type { Ctx } from "~/domain/kernel/context";
import { newId } from "~/domain/kernel/ids";
import { whereFor } from "~/domain/kernel/index.server";

/** Writes down that a run came to nothing; why, the log says without anybody's name. Jobs only. */
export async function failLinkRun(
  ctx: Ctx,
  { method, startedAt }: { method: string; startedAt: Date },
): Promise<void> {
  whereFor(ctx, "link", "Person");
  const { jurisdictionId } = ctx.actor;
  await ctx.tx.linkRun.create({
    data: {
      ...{ id: newId(startedAt), jurisdictionId, rule: method, status: "failed" },
      ...{ startedAt, finishedAt: ctx.clock.now() },
    },
  });
}
