import { z } from "zod";
import type { Ctx } from "~/domain/kernel/context";
import { Conflict } from "~/domain/kernel/errors";
import { recordAudit, whereFor } from "~/domain/kernel/index.server";
import { parseInput } from "~/domain/kernel/parse-input";
import { findAdopted } from "./find-adopted.server";

const schema = z.object({ framework: z.string().max(60), version: z.coerce.number().int().min(1) });

/**
 * Ends following a framework; its versions and targets stay and can be read. Adopting it again takes this back. Throws
 * Forbidden, NotFound, Conflict ("framework_changed").
 */
export async function retireFramework(ctx: Ctx, input: z.input<typeof schema>): Promise<void> {
  const reach = whereFor(ctx, "write", "AdoptedFramework");
  const { framework, version } = parseInput(schema, input);
  const { id } = await findAdopted(ctx, { framework });
  const { count } = await ctx.tx.adoptedFramework.updateMany({
    where: { AND: [reach, { id, version, retiredAt: null }] },
    data: { retiredAt: ctx.clock.now() },
  });
  if (count === 0) throw new Conflict("framework_changed");
  await recordAudit(ctx, {
    event: "framework.retired",
    entity: "AdoptedFramework",
    entityId: id,
    reason: framework,
  });
}
