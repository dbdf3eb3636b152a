import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";

/** Ids of listings as a query with one column, `id`. */
export type Chosen = Prisma.Sql;

const few = 500;
const step = 20_000;

/** The ids in this temporary table: the planner knows how many they are, which it never knows of a parameter. */
export const chosenTable: Chosen = Prisma.sql`select id from chosen_listing`;

/** Makes the temporary table for this transaction, empty. */
export async function openChosen(ctx: Ctx): Promise<void> {
  await ctx.tx.$executeRaw`create temp table if not exists chosen_listing (id uuid) on commit drop`;
  await ctx.tx.$executeRaw`truncate chosen_listing`;
}

/** Runs `write` for all these listings: for a few at once, for many in steps. */
export async function chooseListings(
  ctx: Ctx,
  ids: readonly string[],
  write: (chosen: Chosen) => Promise<void>,
): Promise<void> {
  if (ids.length === 0) return;
  if (ids.length <= few) return write(Prisma.sql`select unnest(${ids}::uuid[]) as id`);
  for (let at = 0; at < ids.length; at += step) {
    await openChosen(ctx);
    await ctx.tx
      .$executeRaw`insert into chosen_listing select distinct unnest(${ids.slice(at, at + step)}::uuid[])`;
    await ctx.tx.$executeRaw`analyze chosen_listing`;
    await write(chosenTable);
  }
}
