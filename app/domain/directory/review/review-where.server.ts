import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { earlier } from "../../kernel/durations";
import { phoneAfterDays } from "../checks/check-ladder";
import { type ReviewQueue, reviewDueDays, staleDays } from "./review-queues";

const daysAgo = (ctx: Ctx, days: number) => earlier(ctx.clock.now(), { days });

/** Three mails without an answer, the last of them some days old; or due, and nobody to write to. As nextAsk says "phone" (checks/check-ladder.ts); a phone check of the whole listing ends it. */
function toPhone(ctx: Ctx): Prisma.Sql {
  const asked = daysAgo(ctx, phoneAfterDays);
  return Prisma.sql`(
    exists (select from listing_check c where c.jurisdiction_id = s.jurisdiction_id and c.service_id = s.id
      and c.kind = 'review' and c.sent_at >= coalesce(s.assured_at, '-infinity')
      having count(*) >= 3 and max(c.sent_at) <= ${asked})
    or exists (select from listing_check c where c.jurisdiction_id = s.jurisdiction_id and c.service_id = s.id
      and c.kind <> 'concern' and s.capacity_as_of is not null and s.accepts_referrals and s.status = 'active' and c.sent_at >= greatest(s.capacity_as_of, s.assured_at)
      having count(*) >= 3 and max(c.sent_at) <= ${asked})
    or (s.assured_at <= ${daysAgo(ctx, reviewDueDays)} and o.email is null and not exists (
      select from membership m where m.jurisdiction_id = s.jurisdiction_id and m.organization_id = o.id
        and m.role = 'provider_manager' and m.ended_at is null)))`;
}

/** The condition of a queue over service s and organization o. */
export function queueCondition(ctx: Ctx, queue: ReviewQueue): Prisma.Sql {
  const shown = Prisma.sql`s.listing_state = 'published' and s.merged_into_id is null and s.status <> 'defunct'`;
  switch (queue) {
    case "waiting":
      return Prisma.sql`s.listing_state = 'in_review'`;
    case "draft":
      return Prisma.sql`s.listing_state = 'draft' and s.merged_into_id is null`;
    case "phone":
      return Prisma.sql`${shown} and ${toPhone(ctx)}`;
    case "stale":
      return Prisma.sql`${shown} and s.assured_at <= ${daysAgo(ctx, staleDays)}`;
    case "due":
      return Prisma.sql`${shown} and s.assured_at <= ${daysAgo(ctx, reviewDueDays)} and s.assured_at > ${daysAgo(ctx, staleDays)}`;
    case "never":
      return Prisma.sql`${shown} and s.assured_at is null`;
  }
}
