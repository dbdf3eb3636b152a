import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";
import { writeTopicsMet } from "./write-topics-met.server";

/**
 * Counts anew how many published listings say each word: a rare word of a search tells more than a common one. After an import,
 * each night, and when nobody has counted yet; between them a count is a little old, which moves no order that matters. What listings meet of
 * known topics rests on the counts and is written with them.
 * System and who may import.
 */
export async function countTerms(ctx: Ctx): Promise<void> {
  whereFor(ctx, "import", "Service");
  const { jurisdictionId } = ctx.actor;
  await ctx.tx.$executeRaw`delete from listing_term_count where jurisdiction_id = ${jurisdictionId}::uuid`;
  await ctx.tx.$executeRaw`insert into listing_term_count (jurisdiction_id, term, services)
    select ${jurisdictionId}::uuid, term, count(*) from listing_words w, unnest(w.terms) as term
      where w.jurisdiction_id = ${jurisdictionId}::uuid group by term
    union all select ${jurisdictionId}::uuid, 0, count(*) from listing_words where jurisdiction_id = ${jurisdictionId}::uuid`;
  await writeTopicsMet(ctx);
  // Every process looks its words up anew.
  await ctx.tx.jurisdiction.update({
    where: { id: jurisdictionId },
    data: { codeListsVersion: { increment: 1 } },
  });
}
