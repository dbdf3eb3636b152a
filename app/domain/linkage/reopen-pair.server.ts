import { sendJob } from "~/db/job-queue.server";
import type { Ctx } from "~/domain/kernel/context";
import { newId } from "~/domain/kernel/ids";
import { lockJurisdiction, recordAudit } from "~/domain/kernel/index.server";
import { parseInput } from "~/domain/kernel/parse-input";
import { findApart } from "./find-apart.server";
import { readShownPair } from "./read-shown-pair.server";
import { reopenPairSchema, type ReopenPairInput } from "./reopen-pair.schema";
import { writeLinks } from "./write-links.server";

/**
 * Takes back an answer that keeps two records apart ("different", "not enough", a link taken back): the pair waits for
 * readers again, also for those who have answered it, and links by no score meanwhile. Nothing else changes until it is
 * answered. Answers the pair to read. NotFound where it is not the last word, or the records may not be compared any more;
 * Invalid by field.
 */
export async function reopenPair(ctx: Ctx, input: ReopenPairInput): Promise<{ candidateId: string }> {
  await findApart(ctx, input.eventId);
  const { eventId, reason } = parseInput(reopenPairSchema, input);
  await lockJurisdiction(ctx, "links");
  const { personId, agencyChildId, rule } = await findApart(ctx, eventId);
  const { personHash, childHash } = await readShownPair(ctx, { personId, agencyChildId });
  const { jurisdictionId } = ctx.actor;
  await writeLinks(ctx, null, [
    { personId, agencyChildId, kind: "reopen", rule, evidence: { personHash, childHash, reason, eventId } },
  ]);
  const at = ctx.clock.now();
  const pair = { jurisdictionId, personId, agencyChildId };
  // Of the zone "found": a run that does not find the pair leaves it to its readers.
  const open = {
    ...{ personHash, childHash, zone: "found", state: "open" },
    whyOpen: "taken_back",
    priority: 1,
  };
  await ctx.tx.linkCandidate.createMany({
    data: { id: newId(at), ...pair, ...open, rule: "found_by_reader", foundAt: at },
    skipDuplicates: true,
  });
  await ctx.tx.linkCandidate.updateMany({ where: pair, data: open });
  const row = await ctx.tx.linkCandidate.findFirstOrThrow({ where: pair, select: { id: true } });
  await sendJob(ctx.tx, "link-persons", { jurisdictionId }, jurisdictionId);
  await recordAudit(ctx, { event: "link_pair.reopened", entity: "LinkCandidate", entityId: row.id });
  return { candidateId: row.id };
}
