import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";
import { earlier } from "../../kernel/durations";

/** Referrals sent in this many days are looked at, and a program is measured from so many on. */
const windowDays = 180;
const fewest = 5;
/** Still owed a first try, or closed because none came: their wait so far counts, or slow programs would look quick. */
const waiting = ["sent", "accepted", "needs_information", "contacting", "expired"] as const;

export interface FirstContact {
  serviceId: string;
  /** Median whole days from sent to the first try to reach the family, rounded up. */
  days: number;
}

/**
 * How long families wait for a first try to reach them, by program, for those with at least 5 referrals sent in the last 180
 * days. Referrals that ended before a try was owed (withdrawn, declined, waitlisted, made in error) say nothing, and nothing is told of a sealed organization. System only.
 */
export async function measureFirstContact(ctx: Ctx): Promise<FirstContact[]> {
  whereFor(ctx, "measure_first_contact", "ServiceReferral");
  const now = ctx.clock.now();
  const since = earlier(now, { days: windowDays });
  return ctx.tx.$queryRaw<FirstContact[]>`
    select service_id as "serviceId", greatest(0, ceil(percentile_cont(0.5) within group (order by waited)))::int as days
    from (
      select service_id, extract(epoch from coalesce(first_attempt_at, reached_at, connected_at, closed_at, ${now}::timestamptz)
        - sent_at) / 86400 as waited
      from service_referral
      join organization o on o.id = receiving_organization_id and not o.victim_service_provider and not o.part2_program
      where service_referral.jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and sent_at >= ${since}
        and (first_attempt_at is not null or reached_at is not null or connected_at is not null
          or service_referral.status::text = any(${[...waiting]}::text[]))
        and service_referral.status <> 'entered_in_error') as one
    group by service_id having count(*) >= ${fewest}
    order by service_id`;
}
