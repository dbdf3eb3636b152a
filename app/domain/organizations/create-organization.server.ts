import type { z } from "zod";
import { recordAudit, whereFor } from "../kernel/index.server";
import type { Ctx } from "../kernel/context";
import { Invalid } from "../kernel/errors";
import { newId } from "../kernel/ids";
import { parseInput } from "../kernel/parse-input";
import { createOrganizationSchema } from "./create-organization.schema";

/** Adds an active organization to the actor's jurisdiction and answers its id. Throws Invalid, Forbidden. */
export async function createOrganization(
  ctx: Ctx,
  input: z.input<typeof createOrganizationSchema>,
): Promise<string> {
  whereFor(ctx, "write", "Organization");
  const { id = newId(ctx.clock.now()), ...values } = parseInput(createOrganizationSchema, input);
  const at = ctx.clock.now();
  const { jurisdictionId } = ctx.actor;
  const known = await ctx.tx.organization.count({
    where: { jurisdictionId, mergedIntoId: null, name: { equals: values.name, mode: "insensitive" } },
  });
  if (known > 0) throw new Invalid({ name: ["name_taken"] });
  await ctx.tx.organization.create({
    data: {
      ...values,
      id,
      jurisdictionId,
      status: "active",
      createdAt: at,
      lastModified: at,
    },
  });
  await recordAudit(ctx, {
    event: "organization.created",
    entity: "Organization",
    entityId: id,
    fields: Object.keys(values),
  });
  return id;
}
