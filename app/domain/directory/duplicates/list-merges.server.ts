import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";
import { type UndoObstacle, checkUndo } from "./check-undo.server";
import type { DuplicateEntity } from "./duplicate-evidence";
import { namesOf } from "./list-duplicates.server";

export type ListedMerge = {
  id: string;
  entity: DuplicateEntity;
  at: Date;
  kept: { id: string; name: string };
  merged: { id: string; name: string };
  undoneAt: Date | null;
  /** What was changed since and keeps it from being undone. */
  obstacles: UndoObstacle[];
};

/** The latest 25 merges, each with what stands in the way of undoing it. Throws Forbidden. */
export async function listMerges(ctx: Ctx): Promise<ListedMerge[]> {
  const rows = await ctx.tx.merge.findMany({
    where: whereFor(ctx, "list", "Merge"),
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 25,
  });
  const listed: ListedMerge[] = [];
  for (const row of rows) {
    const entity = row.entity === "organization" ? "organization" : "service";
    const names = await namesOf(ctx, entity, [row.keptId, row.mergedId]);
    const named = (id: string) => ({ id, name: names.get(id)?.name ?? "" });
    listed.push({
      id: row.id,
      entity,
      at: row.at,
      kept: named(row.keptId),
      merged: named(row.mergedId),
      undoneAt: row.undoneAt,
      obstacles: row.undoneAt ? [] : await checkUndo(ctx, row),
    });
  }
  return listed;
}
