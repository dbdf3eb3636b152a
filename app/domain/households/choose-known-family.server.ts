import type { z } from "zod";
import type { Ctx } from "../kernel/context";
import { Conflict, NotFound } from "../kernel/errors";
import { recordAudit, whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { bindCallToFamily } from "./bind-call-to-family.server";
import { chooseKnownFamilySchema } from "./find-known-family.schema";
import { findCall } from "./find-call.server";

/**
 * This call is about a family that the worker knows already: what is sent on it goes on from what is known. NotFound for a
 * call or a family out of reach; Conflict call_has_family once the call is about another one.
 */
export async function chooseKnownFamily(
  ctx: Ctx,
  input: z.input<typeof chooseKnownFamilySchema>,
): Promise<void> {
  const { callId, householdId } = parseInput(chooseKnownFamilySchema, input);
  const call = await findCall(ctx, "draft", callId);
  const known = await ctx.tx.household.count({
    where: { AND: [whereFor(ctx, "read", "Household"), { id: householdId }] },
  });
  if (known === 0) throw new NotFound();
  if (call.householdId && call.householdId !== householdId) throw new Conflict("call_has_family");
  await bindCallToFamily(ctx, { callId, householdId });
  await recordAudit(ctx, { event: "household.recognized", entity: "Household", entityId: householdId });
}
