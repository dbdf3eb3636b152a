import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";
import { endedTerms } from "./ended-terms.server";

/** A term that leads to needs, itself or by what is below it. */
export interface Category {
  id: string;
  name: string;
  needCodes: string[];
  children: Category[];
}
export interface CategoryTree {
  /** Null: no taxonomy is loaded. */
  attribution: string | null;
  language: string;
  /** What is offered, and whom it is for. */
  services: Category[];
  situations: Category[];
}

/** The category tree to browse by, without the branches that lead to no need of ours. Empty until a taxonomy is loaded. */
export async function listCategories(ctx: Ctx): Promise<CategoryTree> {
  whereFor(ctx, "search", "Service");
  const rows = await ctx.tx.taxonomyTerm.findMany({
    where: {
      jurisdictionId: null,
      deprecatedAt: null,
      taxonomy: { source: "open-eligibility", jurisdictionId: null },
    },
    select: { id: true, name: true, parentId: true, facet: true, needCodes: true },
    orderBy: [{ code: "asc" }, { id: "asc" }],
  });
  const taxonomy = rows.length
    ? await ctx.tx.taxonomy.findFirst({
        where: { source: "open-eligibility", jurisdictionId: null },
        select: { attribution: true },
      })
    : null;
  const ended = await endedTerms(ctx);
  const below = new Map<string | null, typeof rows>();
  for (const row of rows) below.set(row.parentId, [...(below.get(row.parentId) ?? []), row]);
  const branch = (parentId: string | null, depth: number): (Category & { facet: string | null })[] =>
    (depth > 6 ? [] : (below.get(parentId) ?? [])).flatMap(({ id, name, facet, ...term }) => {
      // A term used no more leads nowhere itself; what is below it stays where it was.
      const needCodes = ended.has(id) ? [] : term.needCodes;
      const children = branch(id, depth + 1);
      return needCodes.length || children.length ? [{ id, name, needCodes, children, facet }] : [];
    });
  const roots = branch(null, 0);
  const of = (facet: string) => roots.filter((root) => root.facet === facet);
  return {
    attribution: taxonomy?.attribution ?? null,
    language: "en",
    services: of("service"),
    situations: of("situation"),
  };
}

/** Whether there is anything to browse. */
export async function hasCategories(ctx: Ctx): Promise<boolean> {
  whereFor(ctx, "search", "Service");
  const one = await ctx.tx.taxonomy.findFirst({
    where: { source: "open-eligibility", jurisdictionId: null },
    select: { id: true },
  });
  return one !== null;
}

/** Need codes of one category: its own, else those below it, at most ten; none for an unknown id. */
export async function needsOfCategory(ctx: Ctx, id: string): Promise<string[]> {
  const tree = await listCategories(ctx);
  const find = (list: readonly Category[]): Category | null => {
    for (const one of list) {
      const found = one.id === id ? one : find(one.children);
      if (found) return found;
    }
    return null;
  };
  const all = (one: Category): string[] => [...one.needCodes, ...one.children.flatMap(all)];
  const found = find([...tree.services, ...tree.situations]);
  if (!found) return [];
  return [...new Set(found.needCodes.length ? found.needCodes : all(found))].slice(0, 10);
}
