import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import { recordAudit } from "../../kernel/index.server";
import { decideAlike } from "./decide-alike.server";
import { hideLocations } from "./hide-locations.server";
import { readSaid, readTwins } from "./read-said.server";
import { rememberShown } from "./remember-shown.server";
import { confirmedPlace } from "./same-places.server";
import { type HeldListing, heldListings, heldReason } from "./safety-hold";
import { type Evidence, ofWholeOrganization, victimEvidence } from "./victim-evidence";

/**
 * Imported places of these listings that are not hidden, with those of the organization that stand at the same street and number and that
 * nobody has confirmed; of an organization that is one by its own name or words, all such of its. `left`: what a hold knew and left
 * shown; all else of the organization's own that nobody has confirmed came since.
 */
export async function shownPlaces(
  ctx: Ctx,
  organizationId: string,
  held: readonly HeldListing[],
  { all = false, left = null }: { all?: boolean; left?: readonly string[] | null } = {},
): Promise<string[]> {
  const whole = all || held.some((one) => ofWholeOrganization(one.reasons));
  const since = Prisma.sql`${left !== null} and id <> all(${[...(left ?? [])]}::uuid[])
    and coalesce(organization_id, ${organizationId}::uuid) = ${organizationId}::uuid and not ${Prisma.raw(confirmedPlace("own.id"))}`;
  const rows = await ctx.tx.$queryRaw<{ id: string }[]>`
    with own as materialized (
      select l.id, l.organization_id from location l where l.jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and l.source <> 'portal'
        and l.visibility <> 'hidden' and (l.organization_id = ${organizationId}::uuid or l.id in (
          select p.location_id from service_at_location p join service s on s.id = p.service_id
          where s.organization_id = ${organizationId}::uuid))),
    found as materialized (
      select id from own where ${whole} and organization_id = ${organizationId}::uuid or id in (
        select p.location_id from service_at_location p where p.service_id = any(${held.map((one) => one.serviceId)}::uuid[])) or ${since}),
    street as materialized (
      select own.id, p.key from own join address a on a.location_id = own.id cross join lateral street_parts(a.address1) p)
    select id from found union select beside.id from street beside join street known using (key)
      where known.id in (select id from found) and not ${Prisma.raw(confirmedPlace("beside.id"))}`;
  return rows.map((row) => row.id);
}

/** What was found before stays where it was not found anew: a part of a package says nothing of the rest. */
export function allEvidence(before: unknown, found: readonly HeldListing[]): HeldListing[] {
  const anew = new Set(found.map((one) => one.serviceId));
  return [...heldListings.parse(before ?? []).filter((one) => !anew.has(one.serviceId)), ...found];
}

/** Places that are shown whole show their town alone from now on. Answers which changed. */
export async function showTownAlone(ctx: Ctx, places: readonly string[]): Promise<string[]> {
  const rows = await ctx.tx.$queryRaw<{ id: string }[]>`
    update location set visibility = 'partial', visibility_reason = ${heldReason}
    where id = any(${[...places]}::uuid[]) and jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and visibility = 'full' returning id`;
  return rows.map((row) => row.id);
}

/** Holds one organization's places, or hides them where it is decided already. Answers the places that changed, and whether it was held until now. */
export async function holdOrganization(
  ctx: Ctx,
  organizationId: string,
  listings: readonly HeldListing[],
): Promise<{ changed: string[]; anew: boolean }> {
  const { jurisdictionId } = ctx.actor;
  const key = { jurisdictionId_organizationId: { jurisdictionId, organizationId } };
  const known = await ctx.tx.safetyHold.findUnique({ where: key });
  const said = allEvidence(known?.evidence, listings);
  const left = known?.status === "open" ? known.leftShown : null;
  const places = await shownPlaces(ctx, organizationId, known ? said : listings, { left });
  if (known?.status === "is") {
    if (places.length > 0) await hideLocations(ctx, places, known.tells);
    return { changed: places, anew: false };
  }
  const all = [...new Set([...(known?.places ?? []), ...places])];
  const evidence = said as unknown as Prisma.InputJsonArray;
  if (known) await ctx.tx.safetyHold.update({ where: { id: known.id }, data: { evidence, places: all } });
  else {
    const id = newId(ctx.clock.now());
    await ctx.tx.safetyHold.create({
      data: { id, jurisdictionId, organizationId, foundAt: ctx.clock.now(), evidence, places },
    });
    await recordAudit(ctx, { event: "safety_hold.found", entity: "Organization", entityId: organizationId });
  }
  const changed = await showTownAlone(ctx, places);
  if (!known) await rememberShown(ctx, organizationId);
  return { changed, anew: known === null };
}

/** Organizations that wait for a decision: whatever their source says of them by now. */
async function undecidedHolds(ctx: Ctx): Promise<string[]> {
  const where = { jurisdictionId: ctx.actor.jurisdictionId, status: "open" };
  const holds = await ctx.tx.safetyHold.findMany({ where, select: { organizationId: true } });
  return holds.map(({ organizationId }) => organizationId);
}

/** By organization and listing, what tells of it. */
type Found = Map<string, Map<string, HeldListing>>;
function add(
  found: Found,
  organizationId: string,
  { id, name }: { id: string; name: string },
  reason: Evidence,
) {
  const listings = found.get(organizationId) ?? new Map<string, HeldListing>();
  const listing = listings.get(id) ?? { serviceId: id, name, reasons: [] };
  listing.reasons.push(reason);
  found.set(organizationId, listings.set(id, listing));
}

/**
 * Holds what may be a victim service among the imported listings of `chosen`, a query of their ids. Answers how many
 * organizations are held by it, those that were not until now, and the places that changed; the search rows of both are the
 * caller's to write.
 */
export async function holdPlaces(
  ctx: Ctx,
  chosen: Prisma.Sql,
): Promise<{ organizations: number; held: string[]; changed: string[] }> {
  const found: Found = new Map();
  for (const { id, organizationId, ...said } of await readSaid(ctx, chosen))
    for (const reason of victimEvidence(said)) add(found, organizationId, { id, name: said.name }, reason);
  const changed: string[] = [];
  const held = new Set<string>();
  const hold = async (organizationId: string) => {
    const done = await holdOrganization(ctx, organizationId, [
      ...(found.get(organizationId)?.values() ?? []),
    ]);
    changed.push(...done.changed);
    if (done.anew) held.add(organizationId);
  };
  for (const organizationId of new Set([...found.keys(), ...(await undecidedHolds(ctx))]))
    await hold(organizationId);
  // Who is held by what it says is known by now: its twins in the same import are held with it, and the next import finds no more.
  const twins = await readTwins(ctx, chosen);
  for (const { organizationId, known, id, name } of twins)
    if (id !== null) add(found, organizationId, { id, name }, { rule: "twin", words: known });
  for (const organizationId of new Set(twins.map((one) => one.organizationId))) await hold(organizationId);
  for (const alike of await decideAlike(ctx, "is")) {
    changed.push(...alike.places);
    held.add(alike.organizationId);
  }
  return { organizations: found.size, held: [...held], changed };
}
