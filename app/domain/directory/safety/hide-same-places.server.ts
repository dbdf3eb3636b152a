import type { Ctx } from "../../kernel/context";
import { recordAudit } from "../../kernel/index.server";
import { hideLocations } from "./hide-locations.server";
import { findSamePlaces } from "./same-places.server";

/**
 * What imports tell once more of a hidden place (`of` these, or of all) is hidden with it, and tells as much. Answers which places were
 * hidden; the search rows of their listings are the caller's to write.
 */
export async function hideSamePlaces(ctx: Ctx, of: readonly string[] | null): Promise<string[]> {
  const found = await findSamePlaces(ctx, of);
  for (const said of new Set(found.map(({ tells }) => tells.join()))) {
    const alike = found.filter(({ tells }) => tells.join() === said);
    await hideLocations(
      ctx,
      alike.map(({ id }) => id),
      alike[0]?.tells,
    );
  }
  for (const { id } of found)
    await recordAudit(ctx, { event: "place.hidden", entity: "Location", entityId: id, reason: "same place" });
  return found.map(({ id }) => id);
}
