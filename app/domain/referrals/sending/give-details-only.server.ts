import type { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { Conflict, NotFound } from "../../kernel/errors";
import { recordAudit, whereFor } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { giveDetailsOnlySchema } from "./give-details-only.schema";

/** A program whose details were given; nothing about the family is kept. `slug` names its public page. */
export type DetailsGiven = { serviceId: string; slug: string; name: string };

/**
 * Information only: the family wants to call by itself. Nothing is shared and no person is stored; the audit entry
 * information.given counts it. There is no text message here: the worker reads the details or hands the page over.
 * NotFound for a listing that is not published here and for a foreign call, Conflict call_ended for one that is over.
 */
export async function giveDetailsOnly(
  ctx: Ctx,
  input: z.input<typeof giveDetailsOnlySchema>,
): Promise<DetailsGiven> {
  const { serviceId, callId } = parseInput(giveDetailsOnlySchema, input);
  const service = await ctx.tx.service.findFirst({
    where: { AND: [whereFor(ctx, "give_details", "Service"), { id: serviceId }] },
    select: { id: true, slug: true, name: true },
  });
  if (!service) throw new NotFound();
  if (callId) {
    const reach = whereFor(ctx, "read", "IntakeCall");
    const call = await ctx.tx.intakeCall.findFirst({
      where: { AND: [reach, { id: callId }] },
      select: { endedAt: true },
    });
    if (!call) throw new NotFound();
    if (call.endedAt) throw new Conflict("call_ended");
  }
  await recordAudit(ctx, { event: "information.given", entity: "Service", entityId: service.id });
  return { serviceId: service.id, slug: service.slug, name: service.name };
}
