import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import type { Ctx } from "~/domain/kernel/context";
import { Conflict } from "~/domain/kernel/errors";
import { recordAudit, whereFor } from "~/domain/kernel/index.server";
import { parseInput } from "~/domain/kernel/parse-input";
import { applyFrameworkChange } from "./apply-framework-change";
import { changeFrameworkSchema } from "./change-framework.schema";
import { type FollowedFramework, findAdopted } from "./find-adopted.server";
import type { GoalFramework } from "./goal-framework";
import { type FrameworkWrite, writeFrameworkVersion } from "./write-framework-version.server";

/** Makes `body` the next version in force. Throws Conflict ("framework_changed", "nothing_changed"). */
export async function putInForce(
  ctx: Ctx,
  now: FollowedFramework,
  body: GoalFramework,
  change: FrameworkWrite["change"],
): Promise<void> {
  const reach = whereFor(ctx, "write", "AdoptedFramework");
  if (isDeepStrictEqual(body, now.body)) throw new Conflict("nothing_changed");
  const { count } = await ctx.tx.adoptedFramework.updateMany({
    where: { AND: [reach, { id: now.id, version: now.version, retiredAt: null }] },
    data: { version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict("framework_changed");
  await writeFrameworkVersion(ctx, { adoptedId: now.id, version: now.version + 1, body, change });
  await recordAudit(ctx, {
    ...{ event: "framework.changed", entity: "AdoptedFramework", entityId: now.id },
    ...{ fields: [change], reason: `${body.id}: version ${now.version} -> ${now.version + 1}` },
  });
}

/**
 * Names, a goal, the order or a goal left out: each a new version, in force from today on; earlier ones stay. Throws Forbidden,
 * NotFound, Invalid, Conflict ("framework_changed", "nothing_changed", "last_goal").
 */
export async function changeFramework(ctx: Ctx, input: z.input<typeof changeFrameworkSchema>): Promise<void> {
  whereFor(ctx, "write", "AdoptedFramework");
  const { framework, version, change } = parseInput(changeFrameworkSchema, input);
  const now = await findAdopted(ctx, { framework });
  if (now.version !== version) throw new Conflict("framework_changed");
  await putInForce(ctx, now, applyFrameworkChange(now.body, change), change.kind);
}
