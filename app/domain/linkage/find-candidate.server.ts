import type { LinkCandidate } from "~/db/generated/client";
import type { Ctx } from "~/domain/kernel/context";
import { NotFound } from "~/domain/kernel/errors";
import { readId } from "~/domain/kernel/ids";
import { whereFor } from "~/domain/kernel/index.server";

/** A candidate that the actor may reach with a verb; else NotFound. */
export async function findCandidate(ctx: Ctx, verb: string, candidateId: string): Promise<LinkCandidate> {
  const reach = whereFor(ctx, verb, "LinkCandidate");
  const found = await ctx.tx.linkCandidate.findFirst({
    where: { AND: [reach, { id: readId(candidateId) }] },
  });
  if (!found) throw new NotFound();
  return found;
}
