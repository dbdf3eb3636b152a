import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { Invalid } from "../../kernel/errors";
import { whereFor } from "../../kernel/index.server";
import { outgoingRows } from "./outgoing-columns";
import { linkedTables, outgoingTables } from "./outgoing-gate";

export type OutgoingRow = Record<string, unknown> & { id: string };
export interface OutgoingAsk {
  table: string;
  /** Columns of ours, `id` among them. */
  columns: readonly string[];
  /** Of attributes and changes: only those that hang on rows of this table. Needed unless `by` says on which rows. */
  entity?: string;
  /** Only rows with one of these values in this column of theirs. */
  by?: { column: string; values: readonly string[] };
  /** Only rows whose id comes after this one; at most `limit`. */
  after?: string;
  limit?: number;
}

const isName = (word: string) => /^[a-z][a-z0-9_]*$/.test(word);

function checkAsk({ table, columns, entity, by }: OutgoingAsk): void {
  const known = outgoingTables.includes(table) || Object.hasOwn(linkedTables, table);
  const linked = entity === undefined || outgoingTables.includes(entity);
  if (!known || !linked || ![...columns, by?.column ?? "id"].every(isName))
    throw new Invalid({ table: ["unknown"] });
}

async function readRows(
  ctx: Ctx,
  { table, columns, entity, by, after, limit }: OutgoingAsk,
): Promise<OutgoingRow[]> {
  const rows = await ctx.tx.$queryRaw<{ row: string }[]>`
    select row_to_json(r)::text as row from (${Prisma.raw(outgoingRows(table, columns, entity))}
      ${by ? Prisma.sql`and t.${Prisma.raw(by.column)} = any(${[...by.values]}::uuid[])` : Prisma.empty}
      ${after ? Prisma.sql`and t.id > ${after}::uuid` : Prisma.empty}
      order by t.id ${limit ? Prisma.sql`limit ${limit}::int` : Prisma.empty}) r`;
  return rows.map(({ row }) => JSON.parse(row) as OutgoingRow);
}

/** The tables on whose rows these ids' attributes or changes hang: mostly none or one. */
async function entitiesOf(ctx: Ctx, table: string, ids: readonly string[]): Promise<string[]> {
  const { entity, id } = linkedTables[table]!;
  const found = await ctx.tx.$queryRaw<{ entity: string }[]>`
    select distinct ${Prisma.raw(entity)} as entity from ${Prisma.raw(table)} t
    where t.${Prisma.raw(id)} = any(${[...ids]}::uuid[]) order by 1`;
  return found.map((row) => row.entity).filter((one) => outgoingTables.includes(one));
}

/**
 * Rows of one table of the directory that may leave it, by id in order: dates as text, decimals as numbers, a masked or
 * empty column null. Nothing of where a hidden place is. Throws Forbidden, Invalid for a table that never leaves.
 */
export async function readOutgoingRows(ctx: Ctx, ask: OutgoingAsk): Promise<OutgoingRow[]> {
  whereFor(ctx, "harvest", "Service");
  checkAsk(ask);
  const { table, by } = ask;
  if (by?.values.length === 0) return [];
  if (!Object.hasOwn(linkedTables, table) || ask.entity !== undefined) return readRows(ctx, ask);
  if (!by) throw new Invalid({ entity: ["required"] });
  const rows: OutgoingRow[] = [];
  for (const entity of await entitiesOf(ctx, table, by.values))
    rows.push(...(await readRows(ctx, { ...ask, entity })));
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}
