import { createHash } from "node:crypto";
import type { Ctx } from "../kernel/context";
import { whereFor } from "../kernel/policy.server";

export interface KeptListings {
  /** Source hash of every listing that a person has taken over since it was imported, by id. */
  services: Map<string, string | null>;
  /** Places of those listings. */
  locations: Set<string>;
}

/**
 * Before an import: one import of a source at a time, and which of its listings people have since confirmed or edited.
 * Those are theirs: an import leaves them alone. Throws Forbidden.
 */
export async function beginImport(ctx: Ctx, input: { source: string }): Promise<KeptListings> {
  whereFor(ctx, "import", "Service");
  const { jurisdictionId } = ctx.actor;
  const lock = createHash("sha1").update(`${jurisdictionId}:${input.source}`).digest().readInt32BE();
  await ctx.tx.$queryRaw`select pg_advisory_xact_lock(7310220, ${lock}::int)::text`;
  const rows = await ctx.tx.service.findMany({
    where: {
      jurisdictionId,
      source: input.source,
      OR: [{ assuredAt: { not: null } }, { NOT: { sections: { equals: {} } } }],
    },
    select: { id: true, importHash: true, serviceAtLocations: { select: { locationId: true } } },
  });
  return {
    services: new Map(rows.map((row) => [row.id, row.importHash])),
    locations: new Set(rows.flatMap((row) => row.serviceAtLocations.map((place) => place.locationId))),
  };
}
