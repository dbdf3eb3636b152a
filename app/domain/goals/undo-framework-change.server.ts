import { z } from "zod";
import type { Ctx } from "~/domain/kernel/context";
import { Conflict } from "~/domain/kernel/errors";
import { whereFor } from "~/domain/kernel/index.server";
import { parseInput } from "~/domain/kernel/parse-input";
import { putInForce } from "./change-framework.server";
import { findAdopted } from "./find-adopted.server";

const schema = z.object({ framework: z.string().max(60), version: z.coerce.number().int().min(1) });

/**
 * Puts the version before the last change back, as a version of its own. Throws Forbidden, NotFound, Conflict
 * ("framework_changed", "nothing_to_undo").
 */
export async function undoFrameworkChange(ctx: Ctx, input: z.input<typeof schema>): Promise<void> {
  whereFor(ctx, "write", "AdoptedFramework");
  const { framework, version } = parseInput(schema, input);
  const now = await findAdopted(ctx, { framework });
  if (now.version !== version) throw new Conflict("framework_changed");
  if (version === 1) throw new Conflict("nothing_to_undo");
  const before = await findAdopted(ctx, { framework, version: version - 1 });
  await putInForce(ctx, now, before.body, "undone");
}
