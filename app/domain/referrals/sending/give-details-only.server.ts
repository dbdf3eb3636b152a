import type { z } from "zod";
import { requireOpenCall } from "../../households/index.server";
import { staffUserId } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import { recordAudit, whereFor } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { giveDetailsOnlySchema } from "./give-details-only.schema";

/** A program whose details were given; nothing about the family is kept. `slug` names its public page. */
export type DetailsGiven = { serviceId: string; slug: string; name: string };

/**
 * Information only, or a warm transfer: the family calls by itself, or is put through. Nothing is shared and no person is
 * stored; what was given stands on the call, once a program and kind.
 * NotFound for a listing that is not published here and for a foreign call, Conflict call_ended for one that is over.
 */
export async function giveDetailsOnly(
  ctx: Ctx,
  input: z.input<typeof giveDetailsOnlySchema>,
): Promise<DetailsGiven> {
  const { serviceId, callId, kind } = parseInput(giveDetailsOnlySchema, input);
  const service = await ctx.tx.service.findFirst({
    where: { AND: [whereFor(ctx, "give_details", "Service"), { id: serviceId }] },
    select: { id: true, slug: true, name: true },
  });
  if (!service) throw new NotFound();
  if (callId) await requireOpenCall(ctx, { callId });
  const at = ctx.clock.now();
  const { jurisdictionId } = ctx.actor;
  const given = { jurisdictionId, callId: callId ?? null, serviceId, kind, createdAt: at };
  await ctx.tx.informationGiven.createMany({
    data: { id: newId(at), ...given, givenByUserId: staffUserId(ctx.actor) },
    skipDuplicates: true,
  });
  await recordAudit(ctx, {
    event: "information.given",
    entity: "Service",
    entityId: service.id,
    fields: [kind],
  });
  return { serviceId: service.id, slug: service.slug, name: service.name };
}
