import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { type MergeRecord, changedSince, mergeRecordSchema } from "./merge-record";
import { readRows } from "./read-rows.server";

export type MergeRow = Prisma.MergeGetPayload<object>;
/** What stands in the way of an undo: a column that was changed since, or rows that are no longer where the merge put them. */
export type UndoObstacle = { table: string; columns: string[]; count: number };

/** Rows that were moved and have since gone elsewhere or away. */
async function strayed(
  ctx: Ctx,
  keptId: string,
  { table, ids }: MergeRecord["moved"][number],
): Promise<number> {
  const rows = await readRows(ctx, table, ids);
  return ids.filter((id) => rows.get(id)?.["organization_id"] !== keptId).length;
}

/** Everything that keeps a merge from being undone exactly; empty when it can be. */
export async function checkUndo(ctx: Ctx, merge: MergeRow): Promise<UndoObstacle[]> {
  const record = mergeRecordSchema.parse(merge.undo);
  const obstacles: UndoObstacle[] = [];
  for (const { table, id, after } of record.changed) {
    const now = (await readRows(ctx, table, [id])).get(id);
    const columns = now ? changedSince(after, now) : Object.keys(after);
    if (columns.length > 0) obstacles.push({ table, columns, count: 1 });
  }
  for (const moved of record.moved) {
    const count = await strayed(ctx, merge.keptId, moved);
    if (count > 0) obstacles.push({ table: moved.table, columns: ["organization_id"], count });
  }
  const kept = (await readRows(ctx, merge.entity, [merge.keptId])).get(merge.keptId);
  if (!kept || kept["merged_into_id"])
    obstacles.push({ table: merge.entity, columns: ["merged_into_id"], count: 1 });
  return obstacles;
}
