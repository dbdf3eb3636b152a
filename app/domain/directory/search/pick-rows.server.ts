import type { z } from "zod";
import { Prisma } from "~/db/generated/client";
import { queryRows } from "~/db/query-rows.server";
import type { Ctx } from "../../kernel/context";
import type { AskedTopic } from "./expand-topics";
import type { KeptListing } from "./found-listing";
import { pageSize, type searchListingsSchema } from "./search-listings.schema";
import { type AskedSearch, bestSql, matchParts } from "./search-sql.server";

/** Programs that fit and take referrals, those with room among them, and those that take none now. */
export type Counted = { total: number; open: number; openWell: number; closed: number };
type PickedRow = Counted & { shut: boolean } & (KeptListing | { facts: null });

/** Of the programs shown the best way of each topic; without topics nothing. */
const metPart = (topics: readonly AskedTopic[]) =>
  topics.length === 0
    ? Prisma.sql`shown as (select null::uuid as service_id, null::json as met where false)`
    : Prisma.sql`shown as (
        select service_id, json_agg(json_build_array(topic, way, entire) order by topic) as met from (
          select distinct on (service_id, topic) service_id, topic, way, entire from hit
          where service_id in (select service_id from best) order by service_id, topic, entire desc, got desc, way) as ways
        group by service_id)`;

/** One page of the matches of a search, and at most ten that take no referrals; one row without facts where there are none. */
export async function pickRows(
  ctx: Ctx,
  input: z.output<typeof searchListingsSchema>,
  asked: AskedSearch,
): Promise<PickedRow[]> {
  const { jurisdictionId } = ctx.actor;
  const before = (input.page - 1) * pageSize;
  const statement = Prisma.sql`
    with ${matchParts(asked, input.leaveOut)},
    counted as (select count(*) filter (where room < 9)::int as total, count(*) filter (where room = 0)::int as open,
      count(*) filter (where room = 0 and band < 2)::int as "openWell",
      count(*) filter (where room = 9)::int as closed from m),
    best as (${bestSql(input.criteria, { shut: false, most: before + pageSize })} union all
      ${bestSql(input.criteria, { shut: true, most: 10 })}),
    ordered as (
      select best.shut, c.facts, c.card, best.service_id,
        row_number() over (partition by best.shut order by best.rank, c.name collate "C", c.service_id) as position
      from best join listing_card c on c.jurisdiction_id = ${jurisdictionId}::uuid
        and c.service_id = best.service_id and c.place_no = best.place_no),
    ${metPart(asked.topics)}
    select counted.*, best.shut, best.facts, best.card, shown.met
    from counted left join ordered best on best.position > case when best.shut then 0 else ${before}::int8 end
      and best.position <= case when best.shut then 10 else ${before + pageSize}::int8 end
    left join shown on shown.service_id = best.service_id
    order by best.shut, best.position`;
  return queryRows<PickedRow>(ctx.tx, statement);
}
