import type { z } from "zod";
import { recordAudit, whereFor } from "../../kernel/index.server";
import type { Ctx } from "../../kernel/context";
import { Conflict, Invalid } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { writeSearchRows } from "../search-index/write-search-rows.server";
import { entryChanges } from "./entry-changes.server";
import { type EntryChange, writeEntry } from "./write-entry.server";
import { changeNeedSchema, deprecateNeedSchema, needKeySchema } from "./change-need.schema";

const writeNeed = (ctx: Ctx, key: { code: string; version: number }, data: EntryChange) =>
  writeEntry(ctx, { list: "need", ...key }, data);

/** Search rows of listings with the need: they are found by what it is read as now. */
async function refreshListings(ctx: Ctx, code: string): Promise<void> {
  const rows = await ctx.tx.service.findMany({
    where: { jurisdictionId: ctx.actor.jurisdictionId, listingState: "published", needCodes: { has: code } },
    select: { id: true },
  });
  await writeSearchRows(
    ctx,
    rows.map(({ id }) => id),
  );
}

/** Gives a need the jurisdiction's own names and further words; an empty name is ours again. Throws Forbidden, Invalid, Conflict. */
export async function changeNeed(ctx: Ctx, input: z.input<typeof changeNeedSchema>): Promise<void> {
  whereFor(ctx, "write", "CodeListEntry");
  const { code, version, ...words } = parseInput(changeNeedSchema, input);
  const changes = await entryChanges(ctx, { list: "need", code }, words);
  await writeNeed(ctx, { code, version }, words);
  await recordAudit(ctx, { event: "need.changed", entity: "CodeListEntry", entityId: null, ...changes });
}

/**
 * A need is offered no more: new listings cannot take it, old ones keep it and are found, also by what replaces it. Never
 * deleted. Throws Forbidden, Invalid ({replacedBy: ["ended"]} when the replacement is no longer offered itself), Conflict.
 */
export async function deprecateNeed(ctx: Ctx, input: z.input<typeof deprecateNeedSchema>): Promise<void> {
  whereFor(ctx, "write", "CodeListEntry");
  const { replacedBy, ...key } = parseInput(deprecateNeedSchema, input);
  const { jurisdictionId } = ctx.actor;
  const ended = replacedBy
    ? await ctx.tx.codeListEntry.count({
        where: { jurisdictionId, list: "need", code: replacedBy, deprecatedAt: { not: null } },
      })
    : 0;
  if (ended > 0) throw new Invalid({ replacedBy: ["ended"] });
  await writeNeed(ctx, key, { deprecatedAt: ctx.clock.now(), replacedBy });
  const led = { jurisdictionId, list: "need", replacedBy: key.code };
  const before = await ctx.tx.codeListEntry.findMany({ where: led, select: { code: true } });
  // What was replaced by this one is replaced by what replaces it.
  if (replacedBy)
    await ctx.tx.codeListEntry.updateMany({ where: led, data: { replacedBy, version: { increment: 1 } } });
  for (const { code } of [key, ...before]) await refreshListings(ctx, code);
  await recordAudit(ctx, {
    event: "need.deprecated",
    entity: "CodeListEntry",
    entityId: null,
    reason: `${key.code} -> ${replacedBy ?? "-"}`,
  });
}

/** A deprecated need is offered again. Throws Forbidden, Conflict. */
export async function restoreNeed(ctx: Ctx, input: z.input<typeof needKeySchema>): Promise<void> {
  whereFor(ctx, "write", "CodeListEntry");
  const key = parseInput(needKeySchema, input);
  if (key.version === 0) throw new Conflict("need_changed");
  await writeNeed(ctx, key, { deprecatedAt: null, replacedBy: null });
  await refreshListings(ctx, key.code);
  await recordAudit(ctx, {
    event: "need.restored",
    entity: "CodeListEntry",
    entityId: null,
    reason: key.code,
  });
}
