import type { PersonLink } from "~/db/generated/client";
import type { Ctx } from "~/domain/kernel/context";
import { pairKey } from "./pair-key";

export type Resting = {
  /** Other pairs of the two families that were weighed with this link; `linked` by score alone. */
  pairs: { candidateId: string; personId: string; agencyChildId: string; name: string; isScored: boolean }[];
  /** Runs of the measures that counted while the link held. */
  runs: { runId: string; at: Date; dataThrough: Date }[];
};

/** What was concluded from a link: evidence for brothers and sisters, and numbers. */
export async function findWhatRests(ctx: Ctx, link: PersonLink): Promise<Resting> {
  const pairs = await ctx.tx.$queryRaw<Resting["pairs"]>`
    select c.id::text as "candidateId", c.person_id::text as "personId", c.agency_child_id::text as "agencyChildId",
      concat_ws(' ', p.first_name, p.last_name) as name, c.zone = 'auto' and c.state = 'linked' as "isScored"
    from link_candidate c join person p on p.id = c.person_id
    where c.jurisdiction_id = app_jurisdiction() and c.evidence->'restsOn' ? ${pairKey(link)}
    order by name, c.id`;
  const runs = await ctx.tx.measureRun.findMany({
    where: { jurisdictionId: ctx.actor.jurisdictionId, status: "done", startedAt: { gte: link.at } },
    orderBy: { startedAt: "desc" },
    select: { id: true, startedAt: true, dataThrough: true },
  });
  return {
    pairs,
    runs: runs.map(({ id, startedAt, dataThrough }) => ({ runId: id, at: startedAt, dataThrough })),
  };
}
