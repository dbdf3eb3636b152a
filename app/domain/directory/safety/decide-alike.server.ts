import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import { twinListings } from "./twin-listings.server";
import { type HoldToDecide, writeDecision } from "./write-decision.server";

interface Alike {
  organizationId: string;
  holdId: string | null;
  places: string[];
  /** The decided organization of the same name. */
  as: string;
  name: string;
  tells: string[];
  decidedById: string | null;
}

/** A hold for nothing but being the twin of a name says nothing of its own. */
const ofItself = Prisma.sql`exists (select from jsonb_array_elements(h.evidence) e, jsonb_array_elements(e -> 'reasons') r
  where r ->> 'rule' <> 'twin' or r ->> 'words' <> d.name)`;

/**
 * Imported organizations with the name of one that is decided, or into which such went, and not decided themselves. That it is
 * none is said of those alone that are held as its twin: what another source says of it nobody has read.
 */
async function findAlike(ctx: Ctx, decision: "is" | "is_not", only: string | null): Promise<Alike[]> {
  const own = Prisma.sql`${ctx.actor.jurisdictionId}::uuid`;
  const reach =
    decision === "is"
      ? Prisma.sql`h.id is null or h.status = 'open'`
      : Prisma.sql`h.status = 'open' and h.evidence <> '[]' and not ${ofItself}`;
  return ctx.tx.$queryRaw<Alike[]>`
    with d as materialized (
      select o.id, o.name, name_key(o.name) as folded, x.tells, x.decided_at, x.decided_by_id
      from safety_hold x join organization o on o.id = x.organization_id
      where x.jurisdiction_id = ${own} and x.status = ${decision}
        and (${only}::uuid is null or ${only}::uuid in (o.id, o.merged_into_id)))
    select distinct on (e.id) e.id as "organizationId", h.id as "holdId", coalesce(h.places, '{}') as places, d.id as as, d.name,
      d.tells, d.decided_by_id as "decidedById"
    from d join organization n on n.jurisdiction_id = ${own} and n.source <> 'portal' and name_key(n.name) = d.folded
    join organization e on e.id = coalesce(n.merged_into_id, n.id) left join safety_hold h on h.organization_id = e.id
    where e.id <> d.id and (${reach}) order by e.id, d.decided_at desc`;
}

/** Its hold, with all its imported places: the whole organization is the one that was decided. */
async function holdWhole(ctx: Ctx, alike: Alike): Promise<HoldToDecide> {
  const { organizationId, name, as } = alike;
  const { jurisdictionId } = ctx.actor;
  const shown = await ctx.tx.location.findMany({
    where: { jurisdictionId, organizationId, source: { not: "portal" }, visibility: { not: "hidden" } },
    select: { id: true },
  });
  const places = [...new Set([...alike.places, ...shown.map((one) => one.id)])];
  const id = alike.holdId ?? newId(ctx.clock.now());
  if (alike.holdId) await ctx.tx.safetyHold.updateMany({ where: { id, jurisdictionId }, data: { places } });
  else {
    const evidence = await twinListings(ctx, organizationId, name);
    await ctx.tx.safetyHold.create({
      data: { id, jurisdictionId, organizationId, foundAt: ctx.clock.now(), evidence, places },
    });
  }
  return { id, organizationId, places, as };
}

/**
 * What is decided of an organization is decided of its entries of the same name from other sources: of one organization's (`only`),
 * or of all. Answers what it decided; the search rows are the caller's to write.
 */
export async function decideAlike(
  ctx: Ctx,
  decision: "is" | "is_not",
  only: string | null = null,
): Promise<HoldToDecide[]> {
  const done: HoldToDecide[] = [];
  for (const alike of await findAlike(ctx, decision, only)) {
    const hold =
      decision === "is" || alike.holdId === null
        ? await holdWhole(ctx, alike)
        : { ...alike, id: alike.holdId };
    await writeDecision(ctx, [hold], { decision, tells: alike.tells, decidedById: alike.decidedById });
    done.push(hold);
  }
  return done;
}
