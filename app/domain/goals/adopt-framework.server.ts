import { z } from "zod";
import type { Ctx } from "~/domain/kernel/context";
import { Conflict, NotFound } from "~/domain/kernel/errors";
import { newId } from "~/domain/kernel/ids";
import { recordAudit, whereFor } from "~/domain/kernel/index.server";
import { parseInput } from "~/domain/kernel/parse-input";
import { findFramework } from "./goal-frameworks";
import { writeFrameworkVersion } from "./write-framework-version.server";

const schema = z.object({ framework: z.string().max(60) });

/**
 * Follows a framework: a copy of the file becomes the jurisdiction's version 1; a retired one comes back as it was. Throws
 * Forbidden, NotFound, Conflict ("already_followed").
 */
export async function adoptFramework(ctx: Ctx, input: z.input<typeof schema>): Promise<void> {
  const reach = whereFor(ctx, "write", "AdoptedFramework");
  const { framework } = parseInput(schema, input);
  const body = findFramework(framework);
  if (!body) throw new NotFound();
  const at = ctx.clock.now();
  const { jurisdictionId } = ctx.actor;
  const row = { id: newId(at), jurisdictionId, framework, adoptedAt: at };
  const { count } = await ctx.tx.adoptedFramework.createMany({ data: row, skipDuplicates: true });
  if (count === 1) {
    await writeFrameworkVersion(ctx, { adoptedId: row.id, version: 1, body, change: "adopted" });
    await recordAudit(ctx, {
      event: "framework.adopted",
      entity: "AdoptedFramework",
      entityId: row.id,
      reason: framework,
    });
    return;
  }
  const before = await ctx.tx.adoptedFramework.findFirstOrThrow({ where: { jurisdictionId, framework } });
  const again = await ctx.tx.adoptedFramework.updateMany({
    where: { AND: [reach, { framework, retiredAt: { not: null } }] },
    data: { retiredAt: null },
  });
  if (again.count === 0) throw new Conflict("already_followed");
  await recordAudit(ctx, {
    event: "framework.adopted_again",
    entity: "AdoptedFramework",
    entityId: before.id,
    reason: framework,
  });
}
