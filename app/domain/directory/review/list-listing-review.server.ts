import { z } from "zod";
import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { whereFor } from "../../kernel/index.server";
import { faxNumber, silentType } from "../reading/number-to-call";
import { freshnessOf } from "../reading/freshness";
import { reviewPageSize, reviewQueues, reviewSorts, type ReviewSort } from "./review-queues";
import { queueCondition } from "./review-where.server";

/** A line that somebody answers; of `p`, a phone. */
const rings = Prisma.raw(`btrim(p.type) !~* '${silentType}' and p.number !~* '${faxNumber}'`);

const listListingReviewSchema = z.object({
  queue: z.enum(reviewQueues),
  sort: z.enum(reviewSorts).default("age"),
  descending: z.boolean().default(false),
  page: z.number().int().min(1).max(100_000).default(1),
});

export interface ListingToReview {
  id: string;
  version: number;
  name: string;
  organizationId: string;
  organizationName: string;
  state: string;
  checkedDaysAgo: number | null;
  /** Whom to phone: the organization's number, else the listing's. */
  phone: string | null;
  /** Mails since the last check, and when the last one went. */
  asked: number;
  lastAskedAt: Date | null;
}

interface Row extends Omit<ListingToReview, "checkedDaysAgo"> {
  assuredAt: Date | null;
}

const orders: Record<ReviewSort, Prisma.Sql> = {
  age: Prisma.sql`s.assured_at`,
  name: Prisma.sql`lower(s.name)`,
  organization: Prisma.sql`lower(o.name)`,
};

/** One queue of the agency's listing review, 25 a page, oldest first. Throws Forbidden, Invalid. */
export async function listListingReview(
  ctx: Ctx,
  input: z.input<typeof listListingReviewSchema>,
): Promise<{ rows: ListingToReview[]; total: number }> {
  whereFor(ctx, "review", "Service");
  const { queue, sort, descending, page } = parseInput(listListingReviewSchema, input);
  const where = Prisma.sql`s.jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and ${queueCondition(ctx, queue)}`;
  const [counted] = await ctx.tx.$queryRaw<{ total: number }[]>`
    select count(*)::int as total from service s join organization o on o.id = s.organization_id where ${where}`;
  const direction = descending ? Prisma.sql`desc nulls last` : Prisma.sql`asc nulls first`;
  const rows = await ctx.tx.$queryRaw<Row[]>`
    select s.id, s.version, s.name, s.organization_id as "organizationId", o.name as "organizationName",
      s.listing_state::text as state, s.assured_at as "assuredAt",
      coalesce((select p.number from phone p where p.organization_id = o.id and ${rings} order by p.id limit 1),
        (select p.number from phone p where p.service_id = s.id and ${rings} order by p.id limit 1)) as phone,
      (select count(*)::int from listing_check c where c.jurisdiction_id = s.jurisdiction_id and c.service_id = s.id
        and c.sent_at > coalesce(s.assured_at, '-infinity')) as asked,
      (select max(c.sent_at) from listing_check c where c.jurisdiction_id = s.jurisdiction_id and c.service_id = s.id
        and c.sent_at > coalesce(s.assured_at, '-infinity')) as "lastAskedAt"
    from service s join organization o on o.id = s.organization_id
    where ${where} order by ${orders[sort]} ${direction}, s.id
    limit ${reviewPageSize} offset ${(page - 1) * reviewPageSize}`;
  const now = ctx.clock.now();
  return {
    total: counted?.total ?? 0,
    rows: rows.map(({ assuredAt, ...row }) => ({
      ...row,
      checkedDaysAgo: freshnessOf({ assuredAt, capacityAsOf: null }, now).checkedDaysAgo,
    })),
  };
}
