import type { Prisma } from "~/db/generated/client";
import { providerRoles, staffUserId } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { settleChecks } from "../checks/settle-checks.server";
import type { ListingRow } from "../reading/listing-row";

/** A provider that corrects a part of a listing it was asked about has looked at it; openings say nothing of the rest. */
export async function answeredByChange(
  ctx: Ctx,
  row: ListingRow,
  section: string,
): Promise<Prisma.ServiceUncheckedUpdateManyInput> {
  const provider = ctx.actor.kind === "staff" && providerRoles.includes(ctx.actor.role);
  if (!provider || row.listingState !== "published") return {};
  const asked = await settleChecks(ctx, row.id, "something_changed");
  if (asked === 0 || section === "openings") return {};
  return { assuredAt: ctx.clock.now(), assuredByUserId: staffUserId(ctx.actor) };
}
