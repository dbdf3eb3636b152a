import type { ServiceReferral } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { announce } from "../../kernel/index.server";
import { readSealed } from "../reading/read-sealed.server";

/** Tells the sender that there is news of its referral; never of one whose answer is not the sender's to know. */
export async function tellSender(ctx: Ctx, row: ServiceReferral, template: string): Promise<void> {
  if (!row.senderUserId) return;
  if (await readSealed(ctx, row.receivingOrganizationId)) return;
  await announce(ctx, { template, toUserId: row.senderUserId, params: { referralId: row.id } });
}
