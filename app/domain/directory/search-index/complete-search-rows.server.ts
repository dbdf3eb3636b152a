import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";
import { writeSearchRows } from "./write-search-rows.server";

/**
 * Writes search rows for published listings that have none: after a migration that made their tables anew. Answers how
 * many were written; otherwise it costs one statement. System and who may import.
 */
export async function completeSearchRows(ctx: Ctx): Promise<number> {
  whereFor(ctx, "import", "Service");
  const missing = await ctx.tx.$queryRaw<{ id: string }[]>`
    select s.id from service s where s.jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and s.listing_state = 'published'
      and s.status in ('active', 'temporarily_closed')
      and not exists (select from listing_words w where w.service_id = s.id) order by s.id`;
  await writeSearchRows(
    ctx,
    missing.map((row) => row.id),
  );
  return missing.length;
}
