import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import { recordAudit } from "../../kernel/index.server";
import { followLocations, hideLocations, sealListings } from "./hide-locations.server";
import { hideSamePlaces } from "./hide-same-places.server";
import { allEvidence, showTownAlone, shownPlaces } from "./hold-places.server";
import { forgetTellingSlugs, markHiddenPlaces } from "./mark-hidden-places.server";
import { rememberShown } from "./remember-shown.server";
import { heldListings } from "./safety-hold";
import { twinListings } from "./twin-listings.server";

type Hold = Prisma.SafetyHoldGetPayload<object>;
const strength = ["is_not", "open", "is"];

/** One hold out of two: the stronger word, the listings and places of both, and what both tell. */
function joined(first: Hold, second: Hold | undefined): Hold {
  if (!second) return first;
  const [strong, other] =
    strength.indexOf(second.status) > strength.indexOf(first.status) ? [second, first] : [first, second];
  return {
    ...strong,
    evidence: allEvidence(other.evidence, heldListings.parse(strong.evidence)) as unknown as Prisma.JsonArray,
    places: [...new Set([...strong.places, ...other.places])],
    tells: strong.tells.filter((kind) => other.tells.includes(kind)),
  };
}

/** A place that is hidden already tells no more than its organization's hold. Answers which told more. */
async function tellAtMost(ctx: Ctx, places: readonly string[], tells: readonly string[]): Promise<string[]> {
  const rows = await ctx.tx.$queryRaw<{ id: string }[]>`
    update location set tells_while_hidden = array(select unnest(tells_while_hidden) intersect select unnest(${[...tells]}::text[]))
    where jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and id = any(${[...places]}::uuid[]) and visibility = 'hidden'
      and not tells_while_hidden <@ ${[...tells]}::text[] returning id`;
  return rows.map(({ id }) => id);
}

async function hideHeld(
  ctx: Ctx,
  organizationId: string,
  places: readonly string[],
  tells: readonly string[],
): Promise<void> {
  const { jurisdictionId } = ctx.actor;
  await markHiddenPlaces(ctx, await tellAtMost(ctx, places, tells));
  const shown = await ctx.tx.location.findMany({
    where: { jurisdictionId, id: { in: [...places] }, visibility: { not: "hidden" } },
    select: { id: true },
  });
  await hideLocations(
    ctx,
    shown.map(({ id }) => id),
    tells,
  );
  await sealListings(ctx, places);
  await ctx.tx.organization.updateMany({
    where: { jurisdictionId, id: organizationId, victimServiceProvider: false },
    data: { victimServiceProvider: true },
  });
}

/** Makes a hold so on an organization's places: hidden as a decision hides them, or their town alone. */
export async function applyHold(ctx: Ctx, hold: Hold, whole = false): Promise<void> {
  const { organizationId, status, tells } = hold;
  if (status === "is_not") return;
  const found = await shownPlaces(ctx, organizationId, heldListings.parse(hold.evidence), {
    all: whole,
  });
  const places = [...new Set([...hold.places, ...found])];
  const { jurisdictionId } = ctx.actor;
  await ctx.tx.safetyHold.updateMany({ where: { jurisdictionId, organizationId }, data: { places } });
  if (status === "is") await hideHeld(ctx, organizationId, places, tells);
  else await markHiddenPlaces(ctx, await showTownAlone(ctx, places));
  await rememberShown(ctx, organizationId);
  await ctx.tx.$executeRaw(
    Prisma.sql`${Prisma.raw(forgetTellingSlugs("app_jurisdiction()"))} and s.organization_id = ${organizationId}::uuid`,
  );
  await followLocations(ctx, places, [organizationId]);
}

/** What one of them hides the other does not show. */
async function joinHidden(ctx: Ctx, organizationId: string): Promise<void> {
  const { jurisdictionId } = ctx.actor;
  const hidden = await ctx.tx.location.findMany({
    where: { jurisdictionId, organizationId, visibility: "hidden" },
    select: { id: true },
  });
  const places = await hideSamePlaces(
    ctx,
    hidden.map(({ id }) => id),
  );
  if (places.length > 0) await followLocations(ctx, places);
}

/**
 * Two organizations become one: the strongest of their holds goes to the one that stays, and both have it, so that it stands when
 * the join is undone; `whole` is the name of one of which everything is held. After their rows have moved. Nothing where neither
 * is held.
 */
export async function joinHolds(
  ctx: Ctx,
  { keptId, mergedId, whole }: { keptId: string; mergedId: string; whole: string | null },
): Promise<void> {
  const { jurisdictionId } = ctx.actor;
  const ids = [keptId, mergedId];
  const [first, second] = await ctx.tx.safetyHold.findMany({
    where: { jurisdictionId, organizationId: { in: ids } },
    orderBy: { foundAt: "asc" },
  });
  if (!first) return joinHidden(ctx, keptId);
  const hold = joined(first, second);
  const { status, places, tells, decidedAt, decidedById, foundAt } = hold;
  const said = heldListings.parse(hold.evidence);
  const evidence = whole === null ? said : allEvidence(await twinListings(ctx, keptId, whole), said);
  const data = { status, places, tells, decidedAt, decidedById, evidence };
  for (const organizationId of ids)
    await ctx.tx.safetyHold.upsert({
      where: { jurisdictionId_organizationId: { jurisdictionId, organizationId } },
      create: { id: newId(ctx.clock.now()), jurisdictionId, organizationId, foundAt, ...data },
      update: data,
    });
  await recordAudit(ctx, {
    event: "safety_hold.joined",
    entity: "Organization",
    entityId: keptId,
    reason: status,
  });
  await applyHold(ctx, { ...hold, evidence, organizationId: keptId }, whole !== null);
  await joinHidden(ctx, keptId);
}

/** After a join was undone: each keeps the hold, with the listings and places that are its own again. */
export async function partHolds(ctx: Ctx, organizationIds: readonly string[]): Promise<void> {
  const { jurisdictionId } = ctx.actor;
  const holds = await ctx.tx.safetyHold.findMany({
    where: { jurisdictionId, organizationId: { in: [...organizationIds] } },
  });
  for (const hold of holds) {
    const own = { jurisdictionId, organizationId: hold.organizationId };
    const given = { serviceAtLocations: { some: { service: own } } };
    const places = await ctx.tx.location.findMany({
      where: { jurisdictionId, id: { in: hold.places }, OR: [own, given] },
      select: { id: true },
    });
    const services = await ctx.tx.service.findMany({ where: own, select: { id: true } });
    const said = heldListings.parse(hold.evidence);
    const mine = said.filter((one) => services.some(({ id }) => id === one.serviceId));
    const evidence = mine.length > 0 ? mine : said;
    const parted = { places: places.map(({ id }) => id), evidence };
    await ctx.tx.safetyHold.updateMany({ where: own, data: parted });
    await applyHold(ctx, { ...hold, ...parted });
  }
}
