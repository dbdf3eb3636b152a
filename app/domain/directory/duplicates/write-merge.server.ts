import type { Prisma } from "~/db/generated/client";
import { recordAudit } from "../../kernel/index.server";
import { staffUserId } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import { type PairRow, settlePair } from "./find-pair.server";
import { type MergeRecord, differingColumns } from "./merge-record";
import { readRows } from "./read-rows.server";

type Readings = Map<string, Map<string, Record<string, unknown>>>;

/** Rows that a merge may change, as they are now. */
export async function readBefore(ctx: Ctx, wanted: Record<string, readonly string[]>): Promise<Readings> {
  const readings: Readings = new Map();
  for (const [table, ids] of Object.entries(wanted)) readings.set(table, await readRows(ctx, table, ids));
  return readings;
}

async function changesSince(ctx: Ctx, before: Readings): Promise<MergeRecord["changed"]> {
  const changed: MergeRecord["changed"] = [];
  for (const [table, rows] of before) {
    const now = await readRows(ctx, table, [...rows.keys()]);
    for (const [id, row] of rows) {
      const columns = differingColumns(row, now.get(id) ?? {});
      if (columns) changed.push({ table, id, ...columns });
    }
  }
  return changed;
}

type Written = {
  pair: PairRow;
  keptId: string;
  mergedId: string;
  before: Readings;
  moved: MergeRecord["moved"];
};

/** Keeps what the merge did, settles the pair and audits. Answers the merge's id. */
export async function writeMerge(
  ctx: Ctx,
  { pair, keptId, mergedId, before, moved }: Written,
): Promise<string> {
  const at = ctx.clock.now();
  const id = newId(at);
  const undo: MergeRecord = { moved, changed: await changesSince(ctx, before) };
  await ctx.tx.merge.createMany({
    data: [
      {
        id,
        jurisdictionId: ctx.actor.jurisdictionId,
        entity: pair.entity,
        keptId,
        mergedId,
        at,
        byUserId: staffUserId(ctx.actor),
        undo: undo as Prisma.InputJsonObject,
      },
    ],
  });
  await settlePair(ctx, pair, "merged");
  const entity = pair.entity === "organization" ? "Organization" : "Service";
  const event = pair.entity === "organization" ? "organization.merged" : "listing.merged";
  await recordAudit(ctx, { event, entity, entityId: mergedId, reason: `into ${keptId}` });
  await recordAudit(ctx, { event, entity, entityId: keptId, reason: `took in ${mergedId}` });
  return id;
}
