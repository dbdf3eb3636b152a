import type { LinkCandidate } from "~/db/generated/client";
import { staffUserId } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import { Conflict, Forbidden } from "~/domain/kernel/errors";
import { newId } from "~/domain/kernel/ids";
import { lockJurisdiction, recordAudit } from "~/domain/kernel/index.server";
import { parseInput } from "~/domain/kernel/parse-input";
import { applyAnswer } from "./apply-answer.server";
import { decidePairSchema, type DecidePairInput } from "./decide-pair.schema";
import { findCandidate } from "./find-candidate.server";
import type { Weighed } from "./pair-views";
import { readReadings, weighedOf } from "./read-pair.server";
import { readShownPair } from "./read-shown-pair.server";
import { isReadTwice } from "./second-readers";
import { settleReadings, type Answer } from "./settle-readings";

/** `settled`: what holds of the pair from now on; null while another reader has to answer it. */
export type Decided = { answer: Answer; settled: Answer | null; weighed: Weighed };

/** From when the pair was last opened by this reader; null where it was not. */
async function secondsSince(ctx: Ctx, candidateId: string, readerId: string): Promise<number | null> {
  const { jurisdictionId } = ctx.actor;
  const opened = await ctx.tx.auditEntry.findFirst({
    where: { jurisdictionId, event: "link_pair.read", entityId: candidateId, actorId: readerId },
    orderBy: { at: "desc" },
    select: { at: true },
  });
  return opened && Math.round((ctx.clock.now().getTime() - opened.at.getTime()) / 1000);
}

/** Removed from home or dead: a wrong link weighs most there. Asked when it is answered, and told to nobody. */
async function hasGraveRecord(ctx: Ctx, { agencyChildId }: LinkCandidate): Promise<boolean> {
  const [found] = await ctx.tx.$queryRaw<{ grave: boolean }[]>`
    select exists (select from removal m where m.jurisdiction_id = a.jurisdiction_id and m.child_id = a.child_id)
      or exists (select from maltreatment_report m where m.jurisdiction_id = a.jurisdiction_id and m.child_id = a.child_id and m.fatality)
      as grave
    from agency_child a where a.id = ${agencyChildId}::uuid and a.jurisdiction_id = app_jurisdiction()`;
  return found?.grave ?? false;
}

/**
 * A reader's answer to one pair, given without its score. A twentieth of the pairs and every child with a removal or a
 * death wait for a second reader, and for a third where two disagree; else the answer holds at once. Conflict moved_on where
 * a record changed since it was shown or the pair is settled, already_read where this reader has answered it. Invalid by field.
 */
export async function decidePair(ctx: Ctx, input: DecidePairInput): Promise<Decided> {
  const row = await findCandidate(ctx, "decide", input.candidateId);
  const { answer, reasonCode, personHash, childHash } = parseInput(decidePairSchema, input);
  const readerId = staffUserId(ctx.actor);
  if (readerId === null) throw new Forbidden();
  await lockJurisdiction(ctx, "links");
  const now = await readShownPair(ctx, row);
  const fresh = await findCandidate(ctx, "decide", row.id);
  if (fresh.state !== "open" || now.personHash !== personHash || now.childHash !== childHash)
    throw new Conflict("moved_on");
  const { valid } = await readReadings(ctx, row, now);
  if (valid.some((one) => one.readerId === readerId)) throw new Conflict("already_read");
  const { jurisdictionId } = ctx.actor;
  const { personId, agencyChildId } = row;
  const at = ctx.clock.now();
  await ctx.tx.linkReading.createMany({
    data: {
      ...{ id: newId(at), jurisdictionId, personId, agencyChildId, answer, reasonCode, readerId, at },
      ...{ personHash, childHash, shown: now.shown, seconds: await secondsSince(ctx, row.id, readerId) },
    },
  });
  // What was read counts for the records as they are now, also where they changed since the pair was found.
  await ctx.tx.linkCandidate.updateMany({
    where: { jurisdictionId, id: row.id },
    data: { personHash, childHash },
  });
  const readTwice = isReadTwice(row) || (await hasGraveRecord(ctx, row));
  const said = [...valid.map((one) => one.answer as Answer), answer];
  const settled = settleReadings(said, readTwice);
  if (settled) await applyAnswer(ctx, row, { answer: settled, reasonCode, personHash, childHash });
  await recordAudit(ctx, { event: "link_pair.answered", entity: "LinkCandidate", entityId: row.id });
  return { answer, settled, weighed: weighedOf(row) };
}
