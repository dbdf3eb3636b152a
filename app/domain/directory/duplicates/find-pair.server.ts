import type { Prisma } from "~/db/generated/client";
import { staffUserId } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { Conflict, NotFound } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import { whereFor } from "../../kernel/index.server";

export type PairRow = Prisma.DuplicatePairGetPayload<object>;

/** The pair that the actor may decide. Throws NotFound; Conflict("pair_decided") unless it is in the state. */
export async function findPair(ctx: Ctx, pairId: string, status: string): Promise<PairRow> {
  const reach = whereFor(ctx, "decide", "DuplicatePair");
  const row = isId(pairId)
    ? await ctx.tx.duplicatePair.findFirst({ where: { AND: [reach, { id: pairId }] } })
    : null;
  if (!row) throw new NotFound();
  if (row.status !== status) throw new Conflict("pair_decided");
  return row;
}

/** Moves a pair on, if nobody was faster. */
export async function settlePair(ctx: Ctx, row: PairRow, status: "open" | "merged" | "apart"): Promise<void> {
  const decided = status !== "open";
  const { count } = await ctx.tx.duplicatePair.updateMany({
    where: { AND: [whereFor(ctx, "decide", "DuplicatePair"), { id: row.id, status: row.status }] },
    data: {
      status,
      decidedAt: decided ? ctx.clock.now() : null,
      decidedById: decided ? staffUserId(ctx.actor) : null,
    },
  });
  if (count === 0) throw new Conflict("pair_decided");
}
