import { z } from "zod";
import { recordAudit, whereFor } from "../../kernel/index.server";
import type { Ctx } from "../../kernel/context";
import { Conflict, Invalid, NotFound } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import { parseInput } from "../../kernel/parse-input";
import { endedTerms } from "./ended-terms.server";
import { writeEntry } from "./write-entry.server";

const keySchema = z.object({ id: z.string(), version: z.coerce.number().int().min(0) });
const deprecateTermSchema = keySchema.extend({
  replacedBy: z
    .string()
    .default("")
    .transform((text) => text || null),
});

async function countTerms(ctx: Ctx, id: string): Promise<number> {
  if (!isId(id)) return 0;
  const { jurisdictionId } = ctx.actor;
  const here = {
    OR: [{ jurisdictionId: null }, { jurisdictionId }],
    taxonomy: { source: { not: "upstream" } },
  };
  return ctx.tx.taxonomyTerm.count({ where: { id, ...here } });
}

/**
 * A term is used no more in the jurisdiction: nobody browses by it, and its name is read as what replaces it. Listings keep
 * theirs. Never deleted. Throws Forbidden, NotFound, Invalid ({replacedBy: ["ended", "itself", "unknown"]}), Conflict("term_changed").
 */
export async function deprecateTerm(ctx: Ctx, input: z.input<typeof deprecateTermSchema>): Promise<void> {
  whereFor(ctx, "write", "CodeListEntry");
  const { id, version, replacedBy } = parseInput(deprecateTermSchema, input);
  if ((await countTerms(ctx, id)) === 0) throw new NotFound();
  if (replacedBy === id) throw new Invalid({ replacedBy: ["itself"] });
  if (replacedBy && (await countTerms(ctx, replacedBy)) === 0) throw new Invalid({ replacedBy: ["unknown"] });
  if (replacedBy && (await endedTerms(ctx)).has(replacedBy)) throw new Invalid({ replacedBy: ["ended"] });
  const { jurisdictionId } = ctx.actor;
  await writeEntry(ctx, { list: "term", code: id, version }, { deprecatedAt: ctx.clock.now(), replacedBy });
  // What was replaced by this one is replaced by what replaces it.
  if (replacedBy)
    await ctx.tx.codeListEntry.updateMany({
      where: { jurisdictionId, list: "term", replacedBy: id },
      data: { replacedBy, version: { increment: 1 } },
    });
  const reason = `${id} -> ${replacedBy ?? "-"}`;
  await recordAudit(ctx, { event: "term.deprecated", entity: "CodeListEntry", entityId: null, reason });
}

/** A deprecated term is used again. Throws Forbidden, Conflict("term_changed"). */
export async function restoreTerm(ctx: Ctx, input: z.input<typeof keySchema>): Promise<void> {
  whereFor(ctx, "write", "CodeListEntry");
  const { id, version } = parseInput(keySchema, input);
  if (version === 0) throw new Conflict("term_changed");
  await writeEntry(ctx, { list: "term", code: id, version }, { deprecatedAt: null, replacedBy: null });
  await recordAudit(ctx, { event: "term.restored", entity: "CodeListEntry", entityId: null, reason: id });
}
