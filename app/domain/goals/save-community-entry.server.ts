import type { z } from "zod";
import type { Ctx } from "~/domain/kernel/context";
import { Conflict, NotFound } from "~/domain/kernel/errors";
import { newId } from "~/domain/kernel/ids";
import { recordAudit, whereFor } from "~/domain/kernel/index.server";
import { parseInput } from "~/domain/kernel/parse-input";
import { asColumn, type IsoDate } from "../kernel/calendar";
import { saveCommunityEntrySchema } from "./save-community-entry.schema";
import { madeById } from "./write-framework-version.server";

type Typed = z.output<typeof saveCommunityEntrySchema>;
const column = (day: IsoDate | null): Date | null => (day === null ? null : asColumn(day));

function columnsOf(typed: Typed) {
  const { kind, language, title, text } = typed;
  return {
    ...{ kind, language, title, text },
    variety: "variety" in typed ? typed.variety : null,
    outcome: "outcome" in typed ? typed.outcome : null,
    day: "day" in typed ? column(typed.day) : null,
    doneOn: "doneOn" in typed && typed.variety === "reached" ? column(typed.doneOn) : null,
  };
}

/**
 * Writes a partner, a milestone, who was asked or a lesson, new or changed; answers its id. A changed lesson is no longer
 * shared: it is shared again as it now reads. Throws Forbidden, NotFound, Invalid (by field), Conflict ("entry_changed").
 */
export async function saveCommunityEntry(
  ctx: Ctx,
  input: z.input<typeof saveCommunityEntrySchema>,
): Promise<{ id: string }> {
  const reach = whereFor(ctx, "write", "CommunityEntry");
  const typed = parseInput(saveCommunityEntrySchema, input);
  const { id, version, kind } = typed;
  const data = columnsOf(typed);
  const at = ctx.clock.now();
  if (id === "") {
    const row = { id: newId(at), jurisdictionId: ctx.actor.jurisdictionId, createdAt: at };
    await ctx.tx.communityEntry.createMany({ data: { ...row, ...data, createdById: madeById(ctx) } });
    await recordAudit(ctx, { event: `${kind}.written`, entity: "CommunityEntry", entityId: row.id });
    return { id: row.id };
  }
  const own = { AND: [reach, { id, kind, removedAt: null }] };
  if (!(await ctx.tx.communityEntry.findFirst({ where: own, select: { id: true } }))) throw new NotFound();
  const { count } = await ctx.tx.communityEntry.updateMany({
    where: { AND: [own, { version }] },
    data: { ...data, version: { increment: 1 }, sharedAt: null, sharedBy: null },
  });
  if (count === 0) throw new Conflict("entry_changed");
  await recordAudit(ctx, {
    ...{ event: `${kind}.changed`, entity: "CommunityEntry", entityId: id, fields: Object.keys(data) },
  });
  return { id };
}
