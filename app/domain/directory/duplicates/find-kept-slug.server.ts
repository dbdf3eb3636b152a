import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";

/** Where a merged listing's address leads now: the word of the kept one's, or null. Says nothing of what is not published. */
export async function findKeptSlug(ctx: Ctx, input: { slug: string }): Promise<string | null> {
  const published = whereFor(ctx, "search", "Service");
  const slug = input.slug.replaceAll("\0", "").slice(0, 120);
  const gone = await ctx.tx.service.findFirst({
    where: { jurisdictionId: ctx.actor.jurisdictionId, slug, mergedIntoId: { not: null } },
    select: { mergedIntoId: true },
  });
  if (!gone?.mergedIntoId) return null;
  const kept = await ctx.tx.service.findFirst({
    where: { AND: [published, { id: gone.mergedIntoId }] },
    select: { slug: true },
  });
  return kept?.slug ?? null;
}
