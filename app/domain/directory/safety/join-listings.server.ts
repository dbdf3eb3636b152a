import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { hideLocations } from "./hide-locations.server";
import { allEvidence } from "./hold-places.server";
import { markHiddenPlaces } from "./mark-hidden-places.server";
import { applyHold } from "./join-holds.server";
import type { ListingHold } from "./listing-hold.server";

type Joined = { id: string; name: string };

/** Both listings and their places become part of what is held. */
async function holdListings(
  ctx: Ctx,
  organizationId: string,
  listings: readonly Joined[],
  given: readonly string[],
): Promise<void> {
  const { jurisdictionId } = ctx.actor;
  const key = { jurisdictionId_organizationId: { jurisdictionId, organizationId } };
  const hold = await ctx.tx.safetyHold.findUniqueOrThrow({ where: key });
  const known = hold.evidence as { serviceId: string }[];
  const anew = listings
    .filter(({ id }) => !known.some((one) => one.serviceId === id))
    .map(({ id, name }) => ({
      serviceId: id,
      name,
      reasons: [{ rule: "joined" as const, words: listings.find((one) => one.id !== id)?.name ?? name }],
    }));
  const evidence = allEvidence(hold.evidence, anew) as unknown as Prisma.InputJsonArray;
  const places = [...new Set([...hold.places, ...given])];
  await applyHold(
    ctx,
    await ctx.tx.safetyHold.update({ where: { id: hold.id }, data: { evidence, places } }),
  );
}

/**
 * Two listings of one organization become one: where one is held or confidential both are, and their imported places with them.
 * Answers nothing; `confidential` of the listings is the caller's to write before.
 */
export async function joinListings(
  ctx: Ctx,
  listings: readonly Joined[],
  holds: readonly ListingHold[],
): Promise<void> {
  const held = holds.find((one) => one.hold !== null);
  const hidden = holds.some((one) => one.confidential);
  if (!held && !hidden) return;
  const { jurisdictionId } = ctx.actor;
  const serviceId = { in: listings.map(({ id }) => id) };
  const given = await ctx.tx.location.findMany({
    where: { jurisdictionId, serviceAtLocations: { some: { serviceId } } },
    select: { id: true, source: true, visibility: true, tellsWhileHidden: true },
  });
  const imported = given.filter(({ source }) => source !== "portal");
  const tells = given.filter((one) => one.visibility === "hidden").map((one) => one.tellsWhileHidden);
  const [first = [], ...others] = tells;
  const both = first.filter((kind) => others.every((kinds) => kinds.includes(kind)));
  const shown = imported.filter((one) => one.visibility !== "hidden").map(({ id }) => id);
  if (hidden) {
    await hideLocations(ctx, shown, both);
    const own = given.filter(({ source }) => source === "portal").map(({ id }) => id);
    await markHiddenPlaces(ctx, own);
  }
  if (!held) return;
  await holdListings(
    ctx,
    held.organizationId,
    listings,
    imported.map(({ id }) => id),
  );
}
