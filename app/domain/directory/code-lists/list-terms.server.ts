import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";

export interface ListedTerm {
  id: string;
  name: string;
  description: string;
  parentId: string | null;
  /** Of which tree: service and situation of Open Eligibility, else the name of its taxonomy. */
  tree: string;
  /** 0: the jurisdiction has changed nothing about it. */
  version: number;
  deprecatedAt: Date | null;
  replacedBy: string | null;
  /** Listings of the jurisdiction that carry it, published or not. */
  listings: number;
}
const termsAtMost = 5_000;

/** Every term of the taxonomies in use here but our own needs, by tree and code; at most 5,000. Throws Forbidden. */
export async function listTerms(ctx: Ctx): Promise<ListedTerm[]> {
  const reach = whereFor(ctx, "list", "CodeListEntry");
  const { jurisdictionId } = ctx.actor;
  const terms = await ctx.tx.taxonomyTerm.findMany({
    where: {
      OR: [{ jurisdictionId: null }, { jurisdictionId }],
      deprecatedAt: null,
      taxonomy: { source: { not: "upstream" } },
    },
    select: {
      id: true,
      name: true,
      description: true,
      parentId: true,
      facet: true,
      taxonomy: { select: { name: true } },
    },
    orderBy: [{ taxonomyId: "asc" }, { facet: "asc" }, { code: "asc" }, { id: "asc" }],
    take: termsAtMost,
  });
  const entries = await ctx.tx.codeListEntry.findMany({ where: { AND: [reach, { list: "term" }] } });
  const byTerm = new Map(entries.map((entry) => [entry.code, entry]));
  const counts = await ctx.tx.attribute.groupBy({
    by: ["taxonomyTermId"],
    where: { jurisdictionId, linkEntity: "service" },
    _count: { _all: true },
  });
  const listings = new Map(counts.map((row) => [row.taxonomyTermId, row._count._all]));
  return terms.map(({ facet, taxonomy, ...term }) => {
    const own = byTerm.get(term.id);
    return {
      ...term,
      tree: facet ?? taxonomy.name,
      version: own?.version ?? 0,
      deprecatedAt: own?.deprecatedAt ?? null,
      replacedBy: own?.replacedBy ?? null,
      listings: listings.get(term.id) ?? 0,
    };
  });
}
