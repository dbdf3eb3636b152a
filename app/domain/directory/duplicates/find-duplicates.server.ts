import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";
import type { DuplicateEntity } from "./duplicate-evidence";
import { organizationPairs, servicePairs } from "./duplicates-sql.server";

/**
 * Writes what was found: new pairs open, open ones with fresh evidence, open ones that no rule finds any more go. What a person
 * has decided is never asked again.
 */
async function keepPairs(ctx: Ctx, entity: DuplicateEntity, pairs: Prisma.Sql): Promise<number> {
  const { jurisdictionId } = ctx.actor;
  const [row] = await ctx.tx.$queryRaw<{ found: number }[]>`
    with ${pairs},
    kept as (
      insert into duplicate_pair (id, jurisdiction_id, entity, first_id, second_id, evidence, found_at)
      select gen_random_uuid(), ${jurisdictionId}::uuid, ${entity}, first_id, second_id, evidence, ${ctx.clock.now()} from found
      on conflict (jurisdiction_id, entity, first_id, second_id) do update set evidence = excluded.evidence
        where duplicate_pair.status = 'open' and duplicate_pair.evidence <> excluded.evidence
      returning 1),
    gone as (
      delete from duplicate_pair p where p.jurisdiction_id = ${jurisdictionId}::uuid and p.entity = ${entity} and p.status = 'open'
        and not exists (select from found f where f.first_id = p.first_id and f.second_id = p.second_id)
      returning 1)
    select (select count(*)::int from found) as found from (select count(*) from kept) k, (select count(*) from gone) g`;
  return row?.found ?? 0;
}

export type FoundDuplicates = { organizations: number; services: number };

/**
 * Looks for organizations and then listings that may be the same, set-based, over the whole jurisdiction: after an import and
 * every night. Answers how many pairs the rules find, decided ones included. Throws Forbidden.
 */
export async function findDuplicates(ctx: Ctx): Promise<FoundDuplicates> {
  whereFor(ctx, "find", "DuplicatePair");
  const { jurisdictionId } = ctx.actor;
  // Row estimates of the self-joins are far too high, and compiling costs more than running.
  await ctx.tx.$executeRaw`select set_config('jit', 'off', true)`;
  return {
    organizations: await keepPairs(ctx, "organization", organizationPairs(jurisdictionId)),
    services: await keepPairs(ctx, "service", servicePairs(jurisdictionId)),
  };
}
