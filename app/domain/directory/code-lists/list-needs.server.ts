import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";
import { needs } from "../needs/needs";

export type ListedNeed = {
  code: string;
  /** 0: the jurisdiction has changed nothing about it. */
  version: number;
  nameEn: string | null;
  nameEs: string | null;
  synonymsEn: string[];
  synonymsEs: string[];
  /** Ours, which always count. */
  ownEn: readonly string[];
  ownEs: readonly string[];
  openEligibility: readonly string[];
  sdohcc: readonly string[];
  deprecatedAt: Date | null;
  replacedBy: string | null;
  listings: number;
};

/** Every need with the jurisdiction's words beside ours, what it maps to, and how many published listings have it. Throws Forbidden. */
export async function listNeeds(ctx: Ctx): Promise<ListedNeed[]> {
  const reach = whereFor(ctx, "list", "CodeListEntry");
  const entries = await ctx.tx.codeListEntry.findMany({ where: { AND: [reach, { list: "need" }] } });
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  const counts = await ctx.tx.$queryRaw<{ code: string; listings: number }[]>`
    select code, count(*)::int as listings from service, unnest(need_codes) as code
    where jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and listing_state = 'published' group by code`;
  const listings = new Map(counts.map((row) => [row.code, row.listings]));
  return needs.map(({ code, en, es, openEligibility, sdohcc }) => {
    const own = byCode.get(code);
    return {
      code,
      version: own?.version ?? 0,
      nameEn: own?.nameEn ?? null,
      nameEs: own?.nameEs ?? null,
      synonymsEn: own?.synonymsEn ?? [],
      synonymsEs: own?.synonymsEs ?? [],
      ownEn: en,
      ownEs: es,
      openEligibility,
      sdohcc,
      deprecatedAt: own?.deprecatedAt ?? null,
      replacedBy: own?.replacedBy ?? null,
      listings: listings.get(code) ?? 0,
    };
  });
}
