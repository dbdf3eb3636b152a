import type { z } from "zod";
import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { whereFor } from "../../kernel/index.server";
import { findOutgoingSchema } from "./find-outgoing.schema";
import { outgoingWhere } from "./outgoing-filter.server";

export interface FoundOutgoing {
  /** Of all pages; null when asked for what comes after an id. */
  total: number | null;
  /** By id in order; `modified` where the row, or the listing it belongs to with its organization, says when it changed. */
  items: { id: string; modified: Date | null }[];
}

/** A listing's full form holds its organization: it changed when either did. */
const newestOf = (service: string) =>
  `(select greatest(ms.last_modified, mo.last_modified) from service ms join organization mo on mo.id = ms.organization_id
    where ms.id = ${service})`;
const modifiedOf = {
  service: newestOf("t.id"),
  organization: "t.last_modified",
  service_at_location: newestOf("t.service_id"),
  taxonomy: "null::timestamptz",
  taxonomy_term: "null::timestamptz",
};

/**
 * Which rows of an open-data list meet the filter: one page of them. A page deep in the list costs the walk over an index to
 * it (about 10 ms for 100,000 listings); whoever wants all of it asks by `after`. Throws Forbidden, Invalid.
 */
export async function findOutgoing(
  ctx: Ctx,
  input: z.input<typeof findOutgoingSchema>,
): Promise<FoundOutgoing> {
  whereFor(ctx, "harvest", "Service");
  const { table, filter, offset, after, limit } = parseInput(findOutgoingSchema, input);
  const where = outgoingWhere(table, filter);
  const from = Prisma.raw(`${table} t`);
  const ids = Prisma.sql`select t.id from ${from} where ${where}
    ${after ? Prisma.sql`and t.id > ${after}::uuid` : Prisma.empty} order by t.id limit ${limit}::bigint offset ${offset}::bigint`;
  const items = await ctx.tx.$queryRaw<FoundOutgoing["items"]>`
    select t.id, ${Prisma.raw(modifiedOf[table])} as modified from (${ids}) page join ${from} on t.id = page.id order by t.id`;
  if (after) return { total: null, items };
  if (offset === 0 && items.length < limit) return { total: items.length, items };
  const counted = await ctx.tx.$queryRaw<
    { n: number }[]
  >`select count(*)::int as n from ${from} where ${where}`;
  return { total: counted[0]?.n ?? 0, items };
}
