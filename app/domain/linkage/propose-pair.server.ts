import { z } from "zod";
import type { Ctx } from "~/domain/kernel/context";
import { Conflict } from "~/domain/kernel/errors";
import { newId } from "~/domain/kernel/ids";
import { recordAudit, whereFor } from "~/domain/kernel/index.server";
import { parseInput } from "~/domain/kernel/parse-input";
import { queuePriority } from "./queue-priority";
import { readDecisions } from "./read-decisions.server";
import { readShownPair } from "./read-shown-pair.server";
import { pairKey } from "./pair-key";

const proposePairSchema = z.object({
  personId: z.uuid("choose_both"),
  agencyChildId: z.uuid("choose_both"),
});

/**
 * Puts a pair that a reader found into the queue, to be read like any other. The candidate that is there already is
 * answered. Conflict kept_apart for a pair that was taken apart and has not changed; NotFound where a record may not be
 * compared. Invalid by field.
 */
export async function proposePair(
  ctx: Ctx,
  input: z.input<typeof proposePairSchema>,
): Promise<{ candidateId: string }> {
  const reach = whereFor(ctx, "search", "LinkCandidate");
  const pair = parseInput(proposePairSchema, input);
  const { personHash, childHash } = await readShownPair(ctx, pair);
  const known = await ctx.tx.linkCandidate.findFirst({ where: { AND: [reach, pair] } });
  if (known && known.state !== "apart") return { candidateId: known.id };
  const decided = (await readDecisions(ctx)).find((one) => pairKey(one) === pairKey(pair));
  if (decided && decided.kind !== "reopen" && !decided.changed) throw new Conflict("kept_apart");
  const at = ctx.clock.now();
  const id = newId(at);
  const priority = queuePriority({ probability: null, referrals: 1, unlinkedSiblings: 0 });
  await ctx.tx.linkCandidate.createMany({
    data: {
      ...{ id, jurisdictionId: ctx.actor.jurisdictionId, ...pair, personHash, childHash },
      ...{ zone: "found", rule: "found_by_reader", state: "open", whyOpen: "found", priority, foundAt: at },
    },
  });
  await recordAudit(ctx, { event: "link_pair.proposed", entity: "LinkCandidate", entityId: id });
  return { candidateId: id };
}
