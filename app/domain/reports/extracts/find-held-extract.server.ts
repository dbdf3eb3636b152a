import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";
import type { HeldExtract } from "./held-extract";

/** The first extract that holds the measures where they are; null when nothing does. Throws Forbidden. */
export async function findHeldExtract(ctx: Ctx): Promise<HeldExtract | null> {
  whereFor(ctx, "see_held", "AgencyExtract");
  const { jurisdictionId } = ctx.actor;
  const found = await ctx.tx.$queryRaw<HeldExtract[]>`
    select e.number, case when w.id is null then 'jump' else 'withdrawn' end as why
    from agency_extract e join import_run r on r.id = e.import_run_id
    left join agency_extract_event w on w.import_run_id = e.import_run_id and w.kind = 'withdrawn'
    where e.jurisdiction_id = ${jurisdictionId}::uuid and case when w.id is null
      then jsonb_array_length(e.jumps) > 0 and not exists (
        select from agency_extract_event a where a.import_run_id = e.import_run_id and a.kind = 'approved')
      else r.state <> 'withdrawn' end
    order by e.number limit 1`;
  return found[0] ?? null;
}
