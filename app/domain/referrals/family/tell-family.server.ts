import type { ServiceReferral } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { readSealed } from "../reading/read-sealed.server";
import { announce } from "../../kernel/index.server";

/**
 * A family that asked by itself has no worker to tell it: its own page says how it ended, and where it gave an address and
 * said a message is fine, a neutral mail says that there is news.
 */
export async function tellFamily(ctx: Ctx, row: ServiceReferral): Promise<void> {
  if (row.kind !== "self" || (await readSealed(ctx, row.receivingOrganizationId))) return;
  const { id: referralId, householdId } = row;
  await announce(ctx, { template: "family-news", params: { referralId, householdId } });
}
