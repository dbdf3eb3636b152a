import type { z } from "zod";
import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { whereFor } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { areaChanges, areaFacts } from "./area-changes";
import { areaKeySchema } from "./save-area.schema";
import { findArea, lockAreas, refuseNames, writeArea } from "./write-area.server";

type Key = z.input<typeof areaKeySchema>;

/** An area is read and offered no more; it is never deleted. Throws Forbidden, NotFound, Conflict("area_changed"). */
export async function endArea(ctx: Ctx, input: Key): Promise<void> {
  whereFor(ctx, "write", "Area");
  const key = parseInput(areaKeySchema, input);
  const { endedAt } = await findArea(ctx, key.id);
  if (endedAt) throw new Conflict("area_changed");
  await lockAreas(ctx);
  await writeArea(ctx, key, { endedAt: ctx.clock.now() }, { event: "area.ended", changes: [] });
}

/** An ended area is read and offered again. Throws Forbidden, NotFound, Invalid (its name is another's now), Conflict. */
export async function restoreArea(ctx: Ctx, input: Key): Promise<void> {
  whereFor(ctx, "write", "Area");
  const key = parseInput(areaKeySchema, input);
  const area = await findArea(ctx, key.id);
  if (!area.endedAt) throw new Conflict("area_changed");
  await lockAreas(ctx);
  await refuseNames(ctx, area.id, area);
  await writeArea(ctx, key, { endedAt: null }, { event: "area.restored", changes: [] });
}

/** Puts the last change of names and places back, as a change of its own. Throws Forbidden, NotFound, Invalid, Conflict. */
export async function undoAreaChange(ctx: Ctx, input: Key): Promise<void> {
  whereFor(ctx, "write", "Area");
  const key = parseInput(areaKeySchema, input);
  const area = await findArea(ctx, key.id);
  if (area.previous === null) throw new Conflict("nothing_to_undo");
  const before = areaFacts.parse(area.previous);
  await lockAreas(ctx);
  await refuseNames(ctx, area.id, before);
  const changes = areaChanges(areaFacts.parse(area), before);
  await writeArea(ctx, key, { ...before, previous: Prisma.DbNull }, { event: "area.change_undone", changes });
}
