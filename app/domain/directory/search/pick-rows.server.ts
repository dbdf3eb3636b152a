import type { z } from "zod";
import { Prisma } from "~/db/generated/client";
import { queryRows } from "~/db/query-rows.server";
import type { Ctx } from "../../kernel/context";
import { saidWeights } from "./fit-sql.server";
import type { KeptListing } from "./found-listing";
import { pageSize, type searchListingsSchema } from "./search-listings.schema";
import { type AskedSearch, bestSql, matchParts } from "./search-sql.server";

/**
 * Programs that fit and take referrals, those with room among them, and those that take none now. `cut`: of more that say something of the
 * search only the best were looked at, and there may be more.
 */
export type Counted = { total: number; open: number; openWell: number; closed: number; cut: boolean };
type PickedRow = Counted & { shut: boolean } & (KeptListing | { facts: null });
type Input = z.output<typeof searchListingsSchema>;

/** Near a place so many are looked at that fit the words best: what is left of a large directory says little of what was asked. */
const lookedAt = 250;

/** Of the programs shown what each asked word weighs in them; without topics nothing. */
const saidPart = ({ topics, words }: AskedSearch) =>
  topics.length === 0
    ? Prisma.sql`shown as (select null::uuid as service_id, null::float8[] as said where false)`
    : Prisma.sql`shown as materialized (select service_id, ${saidWeights(words)} as said from fit
        where (service_id in (select service_id from best)) is true)`;

async function pickAmong(
  ctx: Ctx,
  input: Input,
  asked: AskedSearch,
  most: number | null,
): Promise<PickedRow[]> {
  const { jurisdictionId } = ctx.actor;
  const before = (input.page - 1) * pageSize;
  const cut =
    asked.topics.length > 0 && input.criteria.place && most !== null
      ? Prisma.sql`(select count(*) from fit) > ${Prisma.raw(String(most))}`
      : Prisma.sql`false`;
  const statement = Prisma.sql`
    with ${matchParts(asked, { leaveOut: input.leaveOut, most })},
    counted as (select count(*) filter (where room < 9)::int as total, count(*) filter (where room = 0)::int as open,
      count(*) filter (where room = 0 and band < 2)::int as "openWell",
      count(*) filter (where room = 9)::int as closed, ${cut} as cut from m),
    best as (${bestSql(input.criteria, { shut: false, most: before + pageSize })} union all
      ${bestSql(input.criteria, { shut: true, most: 10 })}),
    ordered as (
      select best.shut, c.facts, c.card, best.service_id,
        row_number() over (partition by best.shut order by best.rank, c.name collate "C", c.service_id) as position
      from best join listing_card c on c.jurisdiction_id = ${jurisdictionId}::uuid
        and c.service_id = best.service_id and c.place_no = best.place_no),
    ${saidPart(asked)}
    select counted.*, best.shut, best.facts, best.card, shown.said
    from counted left join ordered best on best.position > case when best.shut then 0 else ${before}::int8 end
      and best.position <= case when best.shut then 10 else ${before + pageSize}::int8 end
    left join shown on shown.service_id = best.service_id
    order by best.shut, best.position`;
  return queryRows<PickedRow>(ctx.tx, statement);
}

/**
 * One page of the matches of a search, and at most ten that take no referrals; one row without facts where there are none. Where the best
 * do not fill one page, and for another order than that of the fit, all are looked at; every page of a search then decides alike.
 */
export async function pickRows(ctx: Ctx, input: Input, asked: AskedSearch): Promise<PickedRow[]> {
  const { sort = "fit" } = asked;
  const rows = await pickAmong(ctx, input, asked, sort === "fit" ? lookedAt : null);
  const [{ cut, total } = { cut: false, total: 0 }] = rows;
  return cut && total < pageSize ? pickAmong(ctx, input, asked, null) : rows;
}
