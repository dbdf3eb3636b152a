import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { changingTables, movingTables } from "./merge-record";

type Row = Record<string, unknown>;
const known: readonly string[] = [...movingTables, ...changingTables];

/** A table of merge-record.ts as SQL; anything else is refused, since its name comes out of a stored record. */
export function tableSql(table: string): Prisma.Sql {
  if (!known.includes(table)) throw new Error(`no table of a merge: ${table}`);
  return Prisma.raw(`"${table}"`);
}

/** Rows of a table as the database holds them, by id. */
export async function readRows(ctx: Ctx, table: string, ids: readonly string[]): Promise<Map<string, Row>> {
  const rows = await ctx.tx.$queryRaw<{ id: string; row: Row }[]>`
    select id, to_jsonb(t) as row from ${tableSql(table)} t
    where jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and id = any(${[...ids]}::uuid[])`;
  return new Map(rows.map(({ id, row }) => [id, row]));
}

/** Sets columns of one row to stored values. Column names are checked against the row itself. */
export async function writeColumns(ctx: Ctx, table: string, id: string, values: Row): Promise<void> {
  const now = (await readRows(ctx, table, [id])).get(id);
  const names = Object.keys(values).filter((name) => now && name in now && /^[a-z_0-9]+$/.test(name));
  if (names.length === 0) return;
  const list = Prisma.raw(names.map((name) => `"${name}"`).join(", "));
  const from = Prisma.raw(names.map((name) => `r."${name}"`).join(", "));
  await ctx.tx.$executeRaw`
    update ${tableSql(table)} t set (${list}) = (select ${from}
      from jsonb_populate_record(null::${tableSql(table)}, ${JSON.stringify(values)}::jsonb) r)
    where t.id = ${id}::uuid and t.jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid`;
}
