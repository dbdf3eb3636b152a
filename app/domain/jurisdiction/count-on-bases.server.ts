import type { Ctx } from "../kernel/context";
import type { DisclosureBasis } from "../organizations/jurisdiction-settings";

/** How many referrals stand on each basis, by its key. */
export async function countOnBases(
  ctx: Ctx,
  bases: readonly DisclosureBasis[],
): Promise<Record<string, number>> {
  const rows = await ctx.tx.serviceReferral.groupBy({
    by: ["basisKind", "basisCitation"],
    where: { jurisdictionId: ctx.actor.jurisdictionId, basisKind: { in: bases.map(({ kind }) => kind) } },
    _count: true,
  });
  return Object.fromEntries(
    bases.map(({ key, kind, citation }) => [
      key,
      rows.find((row) => row.basisKind === kind && row.basisCitation === citation)?._count ?? 0,
    ]),
  );
}
