import type { ServiceReferral } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { Conflict, NotFound } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import { whereFor } from "../../kernel/index.server";
import { isSealed } from "../following/masked-status";
import { partyOf } from "../states/acting-party";
import type { ActedOn } from "../states/shown-version";
import { readSealed } from "./read-sealed.server";

/** All that may be done to a sealed referral from outside its receiver; each answers the same whatever became of it. */
const sealedVerbs = [
  "read",
  "send_self",
  "withdraw",
  "mark_error",
  "reassign",
  "say_no",
  "stop_sharing",
  "tell_linkage",
];

async function sealedFor(ctx: Ctx, row: ServiceReferral): Promise<boolean> {
  const party = partyOf(ctx.actor);
  if (party === "provider" || party === "system" || !row.sentAt) return false;
  return isSealed(await readSealed(ctx, row.receivingOrganizationId), row);
}

/**
 * The referral, if the actor may do `verb` to it; NotFound otherwise, also for a row of others. Of a sealed one nothing is
 * possible from outside that would depend on what its receiver did: Conflict not_possible_now, in every state.
 */
export async function findReferral(ctx: Ctx, verb: string, referralId: string): Promise<ActedOn> {
  const reach = whereFor(ctx, verb, "ServiceReferral");
  if (!isId(referralId)) throw new NotFound();
  const where = { AND: [reach, { id: referralId }] };
  const row = await ctx.tx.serviceReferral.findFirst({ where });
  if (!row) throw new NotFound();
  if (!(await sealedFor(ctx, row))) return row;
  if (!sealedVerbs.includes(verb)) throw new Conflict("not_possible_now");
  // Waits for a receiver that acts at this moment: losing to it would tell that it did.
  await ctx.tx.$queryRaw`select 1 from service_referral where id = ${referralId}::uuid for update`;
  return { ...(await ctx.tx.serviceReferral.findFirstOrThrow({ where })), sealed: true };
}
