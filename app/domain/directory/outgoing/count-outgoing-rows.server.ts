import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";
import { gateOf, linkedGate, linkedTables, outgoingTables } from "./outgoing-gate";

async function countRows(ctx: Ctx, table: string, gate: string): Promise<number> {
  const rows = await ctx.tx.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from ${Prisma.raw(table)} t where ${Prisma.raw(gate)}`;
  return rows[0]?.n ?? 0;
}

async function countLinked(ctx: Ctx, table: string): Promise<number> {
  const link = linkedTables[table]!;
  const found = await ctx.tx.$queryRaw<{ entity: string }[]>`
    select distinct ${Prisma.raw(link.entity)} as entity from ${Prisma.raw(table)} where jurisdiction_id = app_jurisdiction()`;
  let sum = 0;
  for (const { entity } of found)
    if (outgoingTables.includes(entity)) sum += await countRows(ctx, table, linkedGate(table, entity)("t"));
  return sum;
}

/** How many rows of each table of the directory may leave it. Throws Forbidden. */
export async function countOutgoingRows(ctx: Ctx): Promise<Record<string, number>> {
  whereFor(ctx, "harvest", "Service");
  const counts: Record<string, number> = {};
  for (const table of outgoingTables) counts[table] = await countRows(ctx, table, gateOf(table)("t"));
  for (const table of Object.keys(linkedTables)) counts[table] = await countLinked(ctx, table);
  return counts;
}
