import type { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { whereFor } from "../../kernel/index.server";
import { importTaxonomySchema } from "./import-taxonomy.schema";

export interface TaxonomyReport {
  added: number;
  changed: number;
  unchanged: number;
  /** Terms that the file no longer has: kept for old rows, offered no more. */
  ended: number;
}

/**
 * Loads a taxonomy for the whole portal, with the attribution its licence asks for. The same file twice changes nothing; a
 * term that left it is deprecated, never deleted. System only (the command line).
 */
export async function importTaxonomy(
  ctx: Ctx,
  input: z.input<typeof importTaxonomySchema>,
): Promise<TaxonomyReport> {
  whereFor(ctx, "import_taxonomy", "Service");
  const { terms, ...taxonomy } = parseInput(importTaxonomySchema, input);
  const { id: taxonomyId, ...rest } = taxonomy;
  await ctx.tx.taxonomy.upsert({ where: { id: taxonomyId }, create: taxonomy, update: rest });
  const known = new Map(
    (await ctx.tx.taxonomyTerm.findMany({ where: { taxonomyId } })).map((row) => [row.id, row]),
  );
  const report: TaxonomyReport = { added: 0, changed: 0, unchanged: 0, ended: 0 };
  for (const { id, ...term } of terms) {
    const row = known.get(id);
    const same =
      row &&
      row.deprecatedAt === null &&
      row.name === term.name &&
      row.description === term.description &&
      row.needCodes.join() === term.needCodes.join();
    report[same ? "unchanged" : row ? "changed" : "added"] += 1;
    const data = { ...term, taxonomyId, deprecatedAt: null };
    if (!row) await ctx.tx.taxonomyTerm.create({ data: { id, ...data } });
    else if (!same) await ctx.tx.taxonomyTerm.update({ where: { id }, data });
    known.delete(id);
  }
  const gone = [...known.values()].filter((row) => row.deprecatedAt === null).map((row) => row.id);
  const { count } = await ctx.tx.taxonomyTerm.updateMany({
    where: { id: { in: gone } },
    data: { deprecatedAt: ctx.clock.now() },
  });
  return { ...report, ended: count };
}
