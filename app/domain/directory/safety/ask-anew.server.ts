import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { recordAudit } from "../../kernel/index.server";
import { allEvidence, showTownAlone, shownPlaces } from "./hold-places.server";
import { markHiddenPlaces } from "./mark-hidden-places.server";
import { rememberShown } from "./remember-shown.server";
import { twinListings } from "./twin-listings.server";

/**
 * Entries of the same name that were said to be none before this one was decided to be one wait for a word again: whoever said it did
 * not know. Answers their places, which show their town alone until then.
 */
export async function askAnew(ctx: Ctx, { organizationId }: { organizationId: string }): Promise<string[]> {
  const own = Prisma.sql`${ctx.actor.jurisdictionId}::uuid`;
  const holds = await ctx.tx.$queryRaw<
    { id: string; organizationId: string; evidence: unknown; name: string }[]
  >`
    select h.id, h.organization_id as "organizationId", h.evidence, d.name from organization d
    join organization o on o.jurisdiction_id = d.jurisdiction_id and name_key(o.name) = name_key(d.name) and o.id <> d.id and o.merged_into_id is null
    join safety_hold h on h.organization_id = o.id and h.status = 'is_not'
    where d.id = ${organizationId}::uuid and d.jurisdiction_id = ${own}`;
  const all: string[] = [];
  for (const { id, organizationId: of, evidence, name } of holds) {
    const { jurisdictionId } = ctx.actor;
    const said = allEvidence(evidence, await twinListings(ctx, of, name));
    const places = await shownPlaces(ctx, of, said);
    await ctx.tx.safetyHold.updateMany({
      where: { id, jurisdictionId },
      data: {
        status: "open",
        decidedAt: null,
        decidedById: null,
        places,
        evidence: said as unknown as Prisma.InputJsonArray,
      },
    });
    await recordAudit(ctx, { event: "safety_hold.found", entity: "Organization", entityId: of });
    all.push(...(await showTownAlone(ctx, places)));
    await rememberShown(ctx, of);
  }
  await markHiddenPlaces(ctx, all);
  return all;
}
