import { staffUserId } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import { whereFor } from "~/domain/kernel/index.server";

export type ReviewQueue = {
  /** The pair to read next; null where nothing waits for this reader. */
  nextId: string | null;
  waiting: number;
  /** Own answers, and the seconds that half of them took less than. */
  answered: number;
  medianSeconds: number | null;
};

/** What waits for this reader: most information and consequence first, nothing that was answered as it is now. */
export async function findNextPair(ctx: Ctx): Promise<ReviewQueue> {
  whereFor(ctx, "list", "LinkCandidate");
  const reader = staffUserId(ctx.actor);
  const rows = await ctx.tx.$queryRaw<{ id: string; waiting: number }[]>`
    select c.id::text, count(*) over ()::int as waiting from link_candidate c
    where c.jurisdiction_id = app_jurisdiction() and c.state = 'open' and not exists (
      select from link_reading r where r.person_id = c.person_id and r.agency_child_id = c.agency_child_id
        and r.reader_id = ${reader}::uuid and r.person_hash = c.person_hash and r.child_hash = c.child_hash
        and not exists (select from link_event e where e.jurisdiction_id = c.jurisdiction_id and e.person_id = c.person_id
          and e.agency_child_id = c.agency_child_id and e.kind = 'reopen' and e.at >= r.at))
    order by c.priority desc, c.id limit 1`;
  const [own] = await ctx.tx.$queryRaw<{ answered: number; median: number | null }[]>`
    select count(*)::int as answered, percentile_cont(0.5) within group (order by seconds) as median
    from link_reading where jurisdiction_id = app_jurisdiction() and reader_id = ${reader}::uuid`;
  return {
    nextId: rows[0]?.id ?? null,
    waiting: rows[0]?.waiting ?? 0,
    answered: own?.answered ?? 0,
    medianSeconds: own?.median ?? null,
  };
}
