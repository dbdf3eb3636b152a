import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";
import { countTerms } from "./count-terms.server";
import { writeSearchRows } from "./write-search-rows.server";

/**
 * Writes search rows for published listings that have none: after a migration that made their tables anew. Answers how
 * many were written; otherwise it costs two statements. Words are counted where rows were written or nobody has counted. System and who may import.
 */
export async function completeSearchRows(ctx: Ctx): Promise<number> {
  whereFor(ctx, "import", "Service");
  const missing = await ctx.tx.$queryRaw<{ id: string }[]>`
    select s.id from service s where s.jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and s.listing_state = 'published'
      and s.status in ('active', 'temporarily_closed')
      and not exists (select from listing_words w where w.service_id = s.id) order by s.id`;
  const ids = missing.map((row) => row.id);
  // Words that outlived their listing's row would stand in the way, and be found.
  if (ids.length > 0)
    await ctx.tx.$executeRaw`delete from listing_term where service_id = any(${ids}::uuid[])`;
  await writeSearchRows(ctx, ids);
  const counted = await ctx.tx.listingTermCount.count({
    where: { jurisdictionId: ctx.actor.jurisdictionId, term: 0 },
  });
  if (missing.length > 0 || counted === 0) await countTerms(ctx);
  return missing.length;
}
