import type { z } from "zod";
import type { Ctx } from "~/domain/kernel/context";
import { Conflict, NotFound } from "~/domain/kernel/errors";
import { newId } from "~/domain/kernel/ids";
import { recordAudit, whereFor } from "~/domain/kernel/index.server";
import { parseInput } from "~/domain/kernel/parse-input";
import { asColumn } from "../kernel/calendar";
import { saveInitiativeSchema } from "./save-initiative.schema";
import { madeById } from "./write-framework-version.server";

/**
 * Writes an initiative, new or changed; answers its id. Throws Forbidden, NotFound, Invalid (by field), Conflict
 * ("initiative_changed").
 */
export async function saveInitiative(
  ctx: Ctx,
  input: z.input<typeof saveInitiativeSchema>,
): Promise<{ id: string }> {
  const reach = whereFor(ctx, "write", "Initiative");
  const { id, version, startsOn, endsOn, ...words } = parseInput(saveInitiativeSchema, input);
  const data = { ...words, startsOn: asColumn(startsOn), endsOn: endsOn === null ? null : asColumn(endsOn) };
  if (id === "") {
    const at = ctx.clock.now();
    const row = { id: newId(at), jurisdictionId: ctx.actor.jurisdictionId, createdAt: at };
    await ctx.tx.initiative.createMany({ data: { ...row, ...data, createdById: madeById(ctx) } });
    await recordAudit(ctx, { event: "initiative.written", entity: "Initiative", entityId: row.id });
    return { id: row.id };
  }
  const own = { AND: [reach, { id, removedAt: null }] };
  if (!(await ctx.tx.initiative.findFirst({ where: own, select: { id: true } }))) throw new NotFound();
  const { count } = await ctx.tx.initiative.updateMany({
    where: { AND: [own, { version }] },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict("initiative_changed");
  await recordAudit(ctx, {
    ...{ event: "initiative.changed", entity: "Initiative", entityId: id, fields: Object.keys(data) },
  });
  return { id };
}
