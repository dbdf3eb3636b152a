import type { ServiceReferral } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import { whereFor } from "../../kernel/index.server";

/** The referral, if the actor may do `verb` to it; NotFound otherwise, also for a row of others. */
export async function findReferral(ctx: Ctx, verb: string, referralId: string): Promise<ServiceReferral> {
  const reach = whereFor(ctx, verb, "ServiceReferral");
  if (!isId(referralId)) throw new NotFound();
  const row = await ctx.tx.serviceReferral.findFirst({ where: { AND: [reach, { id: referralId }] } });
  if (!row) throw new NotFound();
  return row;
}
