import { type Actor, actorStamp, providerRoles } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import type { FieldDifference } from "./fields-of-listing.server";

export type ChangedBy = "provider" | "agency" | "import" | "public";
export type FieldAction =
  | "create"
  | "update"
  | "delete"
  | "confirm"
  | "publish"
  | "import"
  | "merge"
  | "undo";
export interface ChangedRow {
  /** The listing whose history tells it; null for an organization's own fields. */
  serviceId: string | null;
  organizationId: string | null;
  action: FieldAction;
  /** Else read from who acts. */
  changedBy?: ChangedBy;
  source?: string;
  changes: readonly FieldDifference[];
}

/** Rows that say where a place is. Of a hidden place their values are never kept. */
const placeEntities: readonly string[] = ["location", "address", "accessibility"];

function changedByOf(actor: Actor): ChangedBy {
  if (actor.kind === "staff") return providerRoles.includes(actor.role) ? "provider" : "agency";
  return actor.kind === "system" ? "import" : "public";
}

async function hiddenListings(ctx: Ctx, serviceIds: string[]): Promise<Set<string>> {
  if (serviceIds.length === 0) return new Set();
  const rows = await ctx.tx.service.findMany({
    where: {
      jurisdictionId: ctx.actor.jurisdictionId,
      id: { in: serviceIds },
      OR: [{ confidential: true }, { serviceAtLocations: { some: { location: { visibility: "hidden" } } } }],
    },
    select: { id: true },
  });
  return new Set(rows.map((row) => row.id));
}

async function hiddenPlaces(ctx: Ctx, locationIds: string[]): Promise<Set<string>> {
  if (locationIds.length === 0) return new Set();
  const rows = await ctx.tx.location.findMany({
    where: { jurisdictionId: ctx.actor.jurisdictionId, id: { in: locationIds }, visibility: "hidden" },
    select: { id: true },
  });
  return new Set(rows.map((row) => row.id));
}

/**
 * Writes what changed, a row a field, in the transaction that changed it. Of a place that is hidden now the field is named
 * and both values stay empty; what its history held from before is emptied too. Answers how many rows were written.
 */
export async function recordFieldChanges(ctx: Ctx, changed: readonly ChangedRow[]): Promise<number> {
  const ofPlaces = changed.filter((one) => one.changes.some((field) => placeEntities.includes(field.entity)));
  const hidden = await hiddenListings(
    ctx,
    ofPlaces.flatMap((one) => (one.serviceId ? [one.serviceId] : [])),
  );
  const places = await hiddenPlaces(
    ctx,
    ofPlaces.flatMap((one) => one.changes.flatMap((f) => (f.entity === "location" ? [f.entityId] : []))),
  );
  const at = ctx.clock.now();
  const { actorId } = actorStamp(ctx.actor);
  const data = changed.flatMap(({ changes, changedBy, source, ...row }) =>
    changes.map((change) => {
      const secret =
        placeEntities.includes(change.entity) &&
        ((row.serviceId !== null && hidden.has(row.serviceId)) || places.has(change.entityId));
      return {
        id: newId(at),
        jurisdictionId: ctx.actor.jurisdictionId,
        at,
        actorId: ctx.actor.kind === "staff" ? actorId : null,
        changedBy: changedBy ?? changedByOf(ctx.actor),
        source: source ?? "portal",
        ...row,
        ...change,
        ...(secret ? { previous: null, replacement: null } : {}),
      };
    }),
  );
  if (data.length > 0) await ctx.tx.fieldChange.createMany({ data });
  for (const id of hidden) await ctx.tx.$executeRaw`select forget_place_history(${id}::uuid)`;
  return data.length;
}
