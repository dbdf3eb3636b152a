import type { LinkCandidate, LinkReading } from "~/db/generated/client";
import { staffUserId } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import { recordAudit } from "~/domain/kernel/index.server";
import { findCandidate } from "./find-candidate.server";
import type { EvidenceLine } from "./link-run";
import type { OtherCandidate, PairToRead, ShownPair, Weighed } from "./pair-views";
import { readRosters } from "./read-rosters.server";
import { readShownPair } from "./read-shown-pair.server";
import type { WhyOpen } from "./settle-pairs";
import type { Answer } from "./settle-readings";

async function readOthers(ctx: Ctx, row: LinkCandidate): Promise<OtherCandidate[]> {
  return ctx.tx.$queryRaw<OtherCandidate[]>`
    select c.id::text as "candidateId", c.state,
      case when c.person_id = ${row.personId}::uuid then 'portal' else 'agency' end as of,
      case when c.person_id = ${row.personId}::uuid then concat_ws(' ', a.first_name, a.middle_name, a.last_name)
        else concat_ws(' ', p.first_name, p.last_name) end as name,
      case when c.person_id = ${row.personId}::uuid then a.dob::text else p.birth_date::text end as "birthDate"
    from link_candidate c join person p on p.id = c.person_id join agency_child a on a.id = c.agency_child_id
    where c.jurisdiction_id = app_jurisdiction() and c.id <> ${row.id}::uuid
      and (c.person_id = ${row.personId}::uuid or c.agency_child_id = ${row.agencyChildId}::uuid)
    order by of desc, name, c.id limit 20`;
}

export const weighedOf = ({ weight, probability, rule, evidence }: LinkCandidate): Weighed => ({
  ...{ weight, probability, rule },
  lines: (evidence as { lines?: EvidenceLine[] }).lines ?? [],
});

/** Readings of the pair as it is now that were not taken back, and the last one of what it was. */
async function readReadings(
  ctx: Ctx,
  { personId, agencyChildId }: LinkCandidate,
  now: { personHash: string; childHash: string },
) {
  const { jurisdictionId } = ctx.actor;
  const all = await ctx.tx.linkReading.findMany({
    where: { jurisdictionId, personId, agencyChildId },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const reopened = await ctx.tx.linkEvent.findFirst({
    where: { jurisdictionId, personId, agencyChildId, kind: "reopen" },
    orderBy: { at: "desc" },
    select: { at: true },
  });
  const isNow = (one: LinkReading): boolean =>
    one.personHash === now.personHash &&
    one.childHash === now.childHash &&
    (reopened === null || one.at > reopened.at);
  return { valid: all.filter(isNow), older: all.filter((one) => !isNow(one)).at(-1) ?? null };
}
export { readReadings };

/**
 * A pair before a reader, with both families and the other candidates of either record. Its score is told only to whoever
 * has answered it; what happened to the child and what another reader said, to nobody. Every reading is audited. NotFound
 * for a pair of another jurisdiction or one that may not be compared (any more).
 */
export async function readPair(ctx: Ctx, { candidateId }: { candidateId: string }): Promise<PairToRead> {
  const row = await findCandidate(ctx, "read", candidateId);
  const { shown, personHash, childHash } = await readShownPair(ctx, row);
  const { valid, older } = await readReadings(ctx, row, { personHash, childHash });
  const own = valid.find(({ readerId }) => readerId === staffUserId(ctx.actor));
  await recordAudit(ctx, { event: "link_pair.read", entity: "LinkCandidate", entityId: row.id });
  return {
    ...{ candidateId: row.id, personHash, childHash, shown },
    whyOpen: row.whyOpen as WhyOpen | null,
    before: row.whyOpen === "changed" && older ? (older.shown as unknown as ShownPair) : null,
    rosters: await readRosters(ctx, row),
    others: await readOthers(ctx, row),
    own: own ? { answer: own.answer as Answer, weighed: weighedOf(row) } : null,
  };
}
