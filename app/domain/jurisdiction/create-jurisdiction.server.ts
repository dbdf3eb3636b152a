import type { z } from "zod";
import type { Ctx } from "../kernel/context";
import { Conflict, Forbidden } from "../kernel/errors";
import { recordAudit } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { createJurisdictionSchema } from "./create-jurisdiction.schema";
import { refuseTakenAddress } from "./set-address.server";

/**
 * Makes a jurisdiction, with the id of the actor's: its own words, lines and goals are what its administrators set, and the
 * usual ones until then. System only: for who keeps the machine. Throws Invalid, Conflict ("slug_taken", "address_taken").
 */
export async function createJurisdiction(
  ctx: Ctx,
  input: z.input<typeof createJurisdictionSchema>,
): Promise<{ slug: string; address: string | null }> {
  if (ctx.actor.kind !== "system") throw new Forbidden();
  const { slug, address, ...facts } = parseInput(createJurisdictionSchema, input);
  if ((await ctx.tx.jurisdiction.count({ where: { slug } })) > 0) throw new Conflict("slug_taken");
  await refuseTakenAddress(ctx, address);
  const id = ctx.actor.jurisdictionId;
  await ctx.tx.jurisdiction.create({
    data: {
      ...{ id, slug, address, name: facts.name, createdAt: ctx.clock.now() },
      ...(facts.title && { title: facts.title }),
      ...(facts.timeZone && { timeZone: facts.timeZone }),
    },
  });
  await recordAudit(ctx, {
    ...{ event: "jurisdiction.created", entity: "Jurisdiction", entityId: id, fields: ["slug", "name"] },
    reason: `address: - -> ${address ?? "-"}`,
  });
  return { slug, address };
}
