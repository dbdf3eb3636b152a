import type { z } from "zod";
import type { Ctx } from "../kernel/context";
import { Conflict, Forbidden, NotFound } from "../kernel/errors";
import { recordAudit } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { setAddressSchema } from "./create-jurisdiction.schema";

/** Conflict ("address_taken") where another jurisdiction has the address. */
export async function refuseTakenAddress(ctx: Ctx, address: string | null): Promise<void> {
  const { jurisdictionId } = ctx.actor;
  const taken = address && { address, id: { not: jurisdictionId } };
  if (taken && (await ctx.tx.jurisdiction.count({ where: taken })) > 0) throw new Conflict("address_taken");
}

/**
 * Sets where the public pages of the actor's jurisdiction are; an empty address takes it away. Answers before and after.
 * System only. Throws NotFound, Invalid, Conflict ("address_taken", "nothing_changed").
 */
export async function setAddress(
  ctx: Ctx,
  input: z.input<typeof setAddressSchema>,
): Promise<{ from: string | null; to: string | null }> {
  if (ctx.actor.kind !== "system") throw new Forbidden();
  const { address: to } = parseInput(setAddressSchema, input);
  const id = ctx.actor.jurisdictionId;
  const before = await ctx.tx.jurisdiction.findUnique({ where: { id }, select: { address: true } });
  if (!before) throw new NotFound();
  const { address: from } = before;
  if (from === to) throw new Conflict("nothing_changed");
  await refuseTakenAddress(ctx, to);
  await ctx.tx.jurisdiction.update({ where: { id }, data: { address: to } });
  await recordAudit(ctx, {
    ...{ event: "jurisdiction.address_set", entity: "Jurisdiction", entityId: id, fields: ["address"] },
    reason: `address: ${from ?? "-"} -> ${to ?? "-"}`,
  });
  return { from, to };
}
