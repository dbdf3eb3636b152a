import { staffUserId } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import { NotFound } from "~/domain/kernel/errors";
import { findCandidate } from "./find-candidate.server";
import type { Weighed } from "./pair-views";
import { weighedOf } from "./read-pair.server";
import type { Answer } from "./settle-readings";

/** What the reader said last of a pair, and what the model had said. NotFound for a pair that this reader did not answer. */
export async function readOwnAnswer(
  ctx: Ctx,
  { candidateId }: { candidateId: string },
): Promise<{ answer: Answer; weighed: Weighed }> {
  const row = await findCandidate(ctx, "read", candidateId);
  const { jurisdictionId } = ctx.actor;
  const { personId, agencyChildId } = row;
  const own = await ctx.tx.linkReading.findFirst({
    where: { jurisdictionId, personId, agencyChildId, readerId: staffUserId(ctx.actor) ?? "" },
    orderBy: { at: "desc" },
  });
  if (!own) throw new NotFound();
  return { answer: own.answer as Answer, weighed: weighedOf(row) };
}
