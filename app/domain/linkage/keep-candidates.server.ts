import { newId } from "~/domain/kernel/ids";
import type { Ctx } from "~/domain/kernel/context";
import { agencyChildren, hashesSql, portalChildren } from "./compared-sides";
import { queuePriority } from "./queue-priority";
import type { SettledPair } from "./settle-pairs";

const BATCH = 2000;
const round = (value: number): number => Number(value.toPrecision(6));

type Waiting = { id: string; referrals: number; siblings: number };

/** What waits for the answer about each person of an open pair. */
async function readWaiting(ctx: Ctx, pairs: readonly SettledPair[]): Promise<Map<string, Waiting>> {
  const ids = [...new Set(pairs.filter(({ state }) => state === "open").map(({ personId }) => personId))];
  const rows = await ctx.tx.$queryRaw<Waiting[]>`
    select p.id::text, (select count(*)::int from service_referral r
        where r.household_id = p.household_id and r.sent_at is not null) as referrals,
      (select count(*)::int from person s where s.household_id = p.household_id and s.kind = 'child' and s.id <> p.id
        and s.superseded_by_id is null and not exists (select from person_link l where l.person_id = s.id)) as siblings
    from person p where p.jurisdiction_id = app_jurisdiction() and p.id = any(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

function toRow(pair: SettledPair, waiting: Waiting | undefined, at: Date): object {
  const { weight, probability, lines, restsOn, hardRule } = pair;
  const priority = queuePriority({
    probability,
    referrals: waiting?.referrals ?? 0,
    unlinkedSiblings: waiting?.siblings ?? 0,
  });
  return {
    id: newId(at),
    person_id: pair.personId,
    agency_child_id: pair.agencyChildId,
    pattern: pair.pattern,
    weight,
    probability,
    zone: pair.zone,
    rule: pair.rule,
    evidence: { lines, restsOn, hardRule },
    state: pair.state,
    why_open: pair.whyOpen,
    priority: pair.state === "open" ? round(priority) : 0,
  };
}

const compared =
  "pattern, weight, probability, zone, rule, evidence, person_hash, child_hash, state, why_open, priority";
const excluded = compared
  .split(", ")
  .map((column) => `excluded.${column}`)
  .join(", ");
const current = compared
  .split(", ")
  .map((column) => `c.${column}`)
  .join(", ");

/**
 * Makes the kept candidates those of this run: new ones come, changed ones change, those that were not found again go. A
 * pair that a reader found stays while it waits. Answers how many of each; a run that finds the same writes nothing.
 */
export async function keepCandidates(
  ctx: Ctx,
  runId: string,
  pairs: readonly SettledPair[],
): Promise<{ written: number; removed: number; open: number }> {
  const at = ctx.clock.now();
  const waiting = await readWaiting(ctx, pairs);
  await ctx.tx.$executeRaw`create temp table found_pair (like link_candidate) on commit drop`;
  await ctx.tx
    .$executeRaw`alter table found_pair alter column jurisdiction_id drop not null, alter column found_at drop not null, alter column person_hash drop not null, alter column child_hash drop not null`;
  for (let i = 0; i < pairs.length; i += BATCH) {
    const rows = pairs.slice(i, i + BATCH).map((pair) => toRow(pair, waiting.get(pair.personId), at));
    await ctx.tx
      .$executeRaw`insert into found_pair select * from jsonb_populate_recordset(null::found_pair, ${JSON.stringify(rows)}::jsonb)`;
  }
  const written = await ctx.tx.$executeRawUnsafe(
    `insert into link_candidate as c (id, jurisdiction_id, run_id, person_id, agency_child_id, found_at, ${compared})
     select f.id, app_jurisdiction(), $1::uuid, f.person_id, f.agency_child_id, $2::timestamptz, f.pattern, f.weight, f.probability, f.zone, f.rule,
       f.evidence, p.hash, a.hash, f.state, f.why_open, f.priority
     from found_pair f join (${hashesSql(portalChildren)}) p on p.id = f.person_id join (${hashesSql(agencyChildren)}) a on a.id = f.agency_child_id
     on conflict (jurisdiction_id, person_id, agency_child_id) do update
       set (run_id, ${compared}) = (excluded.run_id, ${excluded})
       where (${current}) is distinct from (${excluded})`,
    runId,
    at,
  );
  const removed = await ctx.tx.$executeRaw`
    delete from link_candidate c where c.jurisdiction_id = app_jurisdiction()
      and not (c.zone = 'found' and c.state = 'open')
      and not exists (select from found_pair f where f.person_id = c.person_id and f.agency_child_id = c.agency_child_id)`;
  return { written, removed, open: pairs.filter(({ state }) => state === "open").length };
}
