import { isBusinessDay } from "../../kernel/business-calendar";
import { startOfDay } from "../../kernel/calendar";
import type { Ctx } from "../../kernel/context";
import { Forbidden } from "../../kernel/errors";
import { earlier } from "../../kernel/durations";
import { readSettings } from "../../organizations/index.server";
import { type AskedBefore, askAtDays, nextAsk } from "./check-ladder";
import { type CheckToSend, sendChecks } from "./send-checks.server";

/** Listings in one mail, and organizations written to in one day: an import of thousands is asked over weeks. */
const listingsInOneMail = 5;

interface Candidate {
  id: string;
  organization_id: string;
  version: number;
  assured_at: Date | null;
  capacity_as_of: Date | null;
  taking: boolean;
  asked: { kind: string; sentAt: string }[];
}

/**
 * Published listings that may be due, of organizations that can be written to and were not written to since `since`.
 * Those that were checked before come first: somebody keeps them.
 */
function candidates(ctx: Ctx, since: Date): Promise<Candidate[]> {
  const now = ctx.clock.now();
  return ctx.tx.$queryRaw<Candidate[]>`
    select s.id, s.organization_id, s.version, s.assured_at, s.capacity_as_of,
      s.accepts_referrals and s.status = 'active' as taking,
      coalesce((select jsonb_agg(jsonb_build_object('kind', c.kind, 'sentAt', c.sent_at)) from listing_check c
        where c.jurisdiction_id = s.jurisdiction_id and c.service_id = s.id and c.kind <> 'concern'
          and c.sent_at >= least(coalesce(s.assured_at, '-infinity'), coalesce(s.capacity_as_of, s.assured_at, '-infinity'))), '[]') as asked
    from service s join organization o on o.id = s.organization_id
    where s.jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and s.listing_state = 'published'
      and s.status in ('active', 'temporarily_closed') and s.merged_into_id is null
      and (s.assured_at is null or s.assured_at <= ${earlier(now, { days: askAtDays.quick_look[0] })}
        or s.capacity_as_of <= ${earlier(now, { days: askAtDays.openings[0] })})
      and (o.email is not null or exists (select from membership m where m.jurisdiction_id = s.jurisdiction_id
        and m.organization_id = o.id and m.role = 'provider_manager' and m.ended_at is null))
      and not exists (select from listing_check c where c.jurisdiction_id = s.jurisdiction_id
        and c.organization_id = s.organization_id and c.sent_at >= ${since})
      and (select count(*) filter (where c.kind = 'review' and c.sent_at >= coalesce(s.assured_at, '-infinity')) < 3
          and count(*) filter (where s.capacity_as_of is not null and c.sent_at >= greatest(s.capacity_as_of, s.assured_at)) < 3
        from listing_check c where c.jurisdiction_id = s.jurisdiction_id and c.service_id = s.id and c.kind <> 'concern')
    order by s.assured_at nulls last, s.id
    limit 5000`;
}

function toAsk(row: Candidate, now: Date): CheckToSend | null {
  const before: AskedBefore[] = row.asked.map((one) => ({ kind: one.kind, sentAt: new Date(one.sentAt) }));
  const facts = { assuredAt: row.assured_at, capacityAsOf: row.capacity_as_of, taking: row.taking };
  const next = nextAsk(facts, before, now);
  if (next.act !== "ask") return null;
  return { serviceId: row.id, listingVersion: row.version, kind: next.kind, turn: next.turn };
}

/**
 * Asks providers about the listings that are due (design.md 5): on a working day, one mail an organization with up to five
 * listings, never two mails a day to one. System only. Answers how many organizations and listings were asked.
 */
export async function askAboutListings(ctx: Ctx): Promise<{ organizations: number; listings: number }> {
  if (ctx.actor.kind !== "system") throw new Forbidden();
  const { calendar, settings } = await readSettings(ctx);
  const now = ctx.clock.now();
  const today = ctx.clock.today(calendar.timeZone);
  const done = { organizations: 0, listings: 0 };
  if (!isBusinessDay(calendar, today)) return done;
  const due = new Map<string, CheckToSend[]>();
  for (const row of await candidates(ctx, startOfDay(calendar.timeZone, today))) {
    const check = toAsk(row, now);
    if (!check) continue;
    const listings = due.get(row.organization_id) ?? [];
    if (listings.length < listingsInOneMail) due.set(row.organization_id, [...listings, check]);
  }
  for (const [organizationId, checks] of [...due].slice(0, settings.listingChecks.organizationsADay)) {
    if (!(await sendChecks(ctx, { organizationId, template: "listing-check" }, checks))) continue;
    done.organizations += 1;
    done.listings += checks.length;
  }
  return done;
}
