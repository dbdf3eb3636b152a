import type { z } from "zod";
import { recordAudit } from "../../kernel/index.server";
import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { findPair, settlePair } from "./find-pair.server";
import { pairKeySchema } from "./merge.schema";

/** "Not the same": remembered, and never asked again. Throws NotFound, Conflict("pair_decided"). */
export async function keepApart(ctx: Ctx, input: z.input<typeof pairKeySchema>): Promise<void> {
  const pair = await findPair(ctx, parseInput(pairKeySchema, input).pairId, "open");
  await settlePair(ctx, pair, "apart");
  await recordAudit(ctx, { event: "duplicate.kept_apart", entity: "DuplicatePair", entityId: pair.id });
}

/** Takes "not the same" back: the pair waits again. Throws NotFound, Conflict. */
export async function reopenPair(ctx: Ctx, input: z.input<typeof pairKeySchema>): Promise<void> {
  const pair = await findPair(ctx, parseInput(pairKeySchema, input).pairId, "apart");
  await settlePair(ctx, pair, "open");
  await recordAudit(ctx, { event: "duplicate.reopened", entity: "DuplicatePair", entityId: pair.id });
}
