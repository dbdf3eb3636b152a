import { z } from "zod";
import { staffUserId } from "../../kernel/actor";
import { recordAudit, whereFor } from "../../kernel/index.server";
import type { Ctx } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import { parseInput } from "../../kernel/parse-input";
import { urgentFields } from "./review-queues";

const schema = z.object({ ids: z.array(z.string()).min(1, "required").max(100) });

/**
 * Somebody of the agency looked at urgent changes of providers: they leave the queue, the history stays. What somebody else
 * looked at meanwhile stays theirs. Answers how many were new. Throws Forbidden, Invalid, NotFound for a change out of reach.
 */
export async function markChangesLooked(ctx: Ctx, input: z.input<typeof schema>): Promise<number> {
  whereFor(ctx, "review", "Service");
  const { ids } = parseInput(schema, input);
  const { jurisdictionId } = ctx.actor;
  const wanted = [...new Set(ids)];
  if (!wanted.every(isId)) throw new NotFound();
  const found = await ctx.tx.fieldChange.count({
    where: { jurisdictionId, id: { in: wanted }, changedBy: "provider", field: { in: [...urgentFields] } },
  });
  if (found < wanted.length) throw new NotFound();
  const at = ctx.clock.now();
  const { count } = await ctx.tx.changeLook.createMany({
    data: wanted.map((changeId) => ({ changeId, jurisdictionId, at, byUserId: staffUserId(ctx.actor) })),
    skipDuplicates: true,
  });
  for (const entityId of wanted)
    await recordAudit(ctx, { event: "listing.change_looked_at", entity: "FieldChange", entityId });
  return count;
}
