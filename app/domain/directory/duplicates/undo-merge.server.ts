import type { z } from "zod";
import { recordAudit, whereFor } from "../../kernel/index.server";
import { staffUserId } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { Conflict, NotFound } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import { parseInput } from "../../kernel/parse-input";
import { changeOrganization, findOrganization } from "../../organizations/index.server";
import { changeListing, findListing } from "../reading/find-listing.server";
import { refreshOrganization } from "../search-index/refresh-organization.server";
import { partHolds } from "../safety/join-holds.server";
import { type MergeRow, checkUndo } from "./check-undo.server";
import { type MergeRecord, mergeRecordSchema } from "./merge-record";
import { mergeKeySchema } from "./merge.schema";
import { tableSql, writeColumns } from "./read-rows.server";

/** The merge in the actor's reach. Throws NotFound. */
async function findMerge(ctx: Ctx, verb: string, mergeId: string): Promise<MergeRow> {
  const reach = whereFor(ctx, verb, "Merge");
  const row = isId(mergeId)
    ? await ctx.tx.merge.findFirst({ where: { AND: [reach, { id: mergeId }] } })
    : null;
  if (!row) throw new NotFound();
  return row;
}

async function putBack(ctx: Ctx, merge: MergeRow, record: MergeRecord): Promise<void> {
  for (const { table, ids } of record.moved) {
    await ctx.tx.$executeRaw`update ${tableSql(table)} t set organization_id = ${merge.mergedId}::uuid
      where t.jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and t.id = any(${ids}::uuid[])`;
  }
  for (const { table, id, before } of record.changed) await writeColumns(ctx, table, id, before);
}

/** Both listings as before, told in their histories. */
async function undoServices(ctx: Ctx, merge: MergeRow, record: MergeRecord): Promise<void> {
  const rows = [
    await findListing(ctx, "write", merge.keptId),
    await findListing(ctx, "write", merge.mergedId),
  ];
  await putBack(ctx, merge, record);
  for (const before of rows)
    await changeListing(ctx, "write", { before, version: before.version }, {}, { action: "undo" });
}

async function undoOrganizations(ctx: Ctx, merge: MergeRow, record: MergeRecord): Promise<void> {
  await putBack(ctx, merge, record);
  for (const id of [merge.keptId, merge.mergedId]) {
    await changeOrganization(ctx, "merge", await findOrganization(ctx, "merge", { id }), {});
    await refreshOrganization(ctx, { organizationId: id });
  }
}

/** Whose holds stand after the undo. */
async function organizationsOf(ctx: Ctx, { entity, keptId, mergedId }: MergeRow): Promise<string[]> {
  if (entity === "organization") return [keptId, mergedId];
  return [(await findListing(ctx, "write", keptId)).organizationId];
}

/**
 * Takes a merge back: every row is as it was before (versions go on counting), but for what is held or hidden since, and the pair waits again. All or nothing. Throws
 * NotFound, Conflict("merge_undone", "changed_since": checkUndo says what).
 */
export async function undoMerge(ctx: Ctx, input: z.input<typeof mergeKeySchema>): Promise<void> {
  const merge = await findMerge(ctx, "undo", parseInput(mergeKeySchema, input).mergeId);
  const { count } = await ctx.tx.merge.updateMany({
    where: { AND: [whereFor(ctx, "undo", "Merge"), { id: merge.id, undoneAt: null }] },
    data: { undoneAt: ctx.clock.now(), undoneById: staffUserId(ctx.actor) },
  });
  if (count === 0) throw new Conflict("merge_undone");
  if ((await checkUndo(ctx, merge)).length > 0) throw new Conflict("changed_since");
  const record = mergeRecordSchema.parse(merge.undo);
  const undo = merge.entity === "organization" ? undoOrganizations : undoServices;
  await undo(ctx, merge, record);
  await partHolds(ctx, await organizationsOf(ctx, merge));
  const { jurisdictionId, entity, keptId, mergedId } = merge;
  const [firstId, secondId] = [keptId, mergedId].sort();
  await ctx.tx.duplicatePair.updateMany({
    where: { jurisdictionId, entity, firstId, secondId, status: "merged" },
    data: { status: "open", decidedAt: null, decidedById: null },
  });
  const event = entity === "organization" ? "organization.unmerged" : "listing.unmerged";
  const audited = entity === "organization" ? "Organization" : "Service";
  for (const entityId of [keptId, mergedId]) await recordAudit(ctx, { event, entity: audited, entityId });
}
