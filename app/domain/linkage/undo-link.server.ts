import { sendJob } from "~/db/job-queue.server";
import type { Ctx } from "~/domain/kernel/context";
import { newId } from "~/domain/kernel/ids";
import { lockJurisdiction, recordAudit } from "~/domain/kernel/index.server";
import { parseInput } from "~/domain/kernel/parse-input";
import { findLink } from "./find-link.server";
import { findWhatRests, type Resting } from "./find-what-rests.server";
import { readShownPair } from "./read-shown-pair.server";
import { scoredRule } from "./link-run";
import { undoLinkSchema, type UndoLinkInput } from "./undo-link.schema";
import { writeLinks } from "./write-links.server";

/** Scored links that were weighed with the one taken back wait for a person. */
async function reopenPairs(ctx: Ctx, pairs: Resting["pairs"]): Promise<void> {
  const { jurisdictionId } = ctx.actor;
  const scored = pairs.filter(({ isScored }) => isScored);
  await writeLinks(
    ctx,
    null,
    scored.map(({ personId, agencyChildId }) => ({
      ...{ personId, agencyChildId, kind: "supersede", rule: scoredRule },
      evidence: { reason: "rested_on_undone" },
    })),
  );
  await ctx.tx.linkCandidate.updateMany({
    where: { jurisdictionId, id: { in: scored.map(({ candidateId }) => candidateId) } },
    data: { state: "open", whyOpen: "rested_on_undone", priority: 1 },
  });
}

async function markResting(ctx: Ctx, eventId: string, { pairs, runs }: Resting): Promise<void> {
  const at = ctx.clock.now();
  const mark = (kind: string, markedId: string) => ({
    ...{ id: newId(at), jurisdictionId: ctx.actor.jurisdictionId, eventId, kind, markedId, at },
  });
  await ctx.tx.linkMark.createMany({
    data: [
      ...pairs.map(({ candidateId }) => mark("candidate", candidateId)),
      ...runs.map(({ runId }) => mark("measure_run", runId)),
    ],
  });
}

/**
 * Takes a link back by an event; the pair stays apart until a record changes. What rested on it is marked: scored links
 * of the same families wait for a person, and numbers that were computed meanwhile say so until they are computed anew,
 * which is asked for. NotFound when there is no link in reach; Invalid by field.
 */
export async function undoLink(ctx: Ctx, input: UndoLinkInput): Promise<Resting> {
  const { personId, agencyChildId, rule, ...link } = await findLink(ctx, input.personId);
  const { reason } = parseInput(undoLinkSchema, input);
  await lockJurisdiction(ctx, "links");
  const rests = await findWhatRests(ctx, { personId, agencyChildId, rule, ...link });
  const { personHash, childHash } = await readShownPair(ctx, { personId, agencyChildId });
  const { jurisdictionId } = ctx.actor;
  const [eventId = ""] = await writeLinks(ctx, null, [
    { personId, agencyChildId, kind: "undo", rule, evidence: { personHash, childHash, reason } },
  ]);
  await ctx.tx.linkCandidate.deleteMany({ where: { jurisdictionId, personId, agencyChildId } });
  await reopenPairs(ctx, rests.pairs);
  await markResting(ctx, eventId, rests);
  await sendJob(ctx.tx, "link-persons", { jurisdictionId }, jurisdictionId);
  await sendJob(ctx.tx, "compute-measures", { jurisdictionId });
  await recordAudit(ctx, { event: "link.undone", entity: "PersonLink", entityId: personId });
  return rests;
}
