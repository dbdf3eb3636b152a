import type { Ctx } from "../../kernel/context";
import { phoneKey } from "../../households/phone-key";
import { Conflict, Invalid, NotFound } from "../../kernel/errors";
import { daysPassed, earlier } from "../../kernel/durations";
import {
  type JurisdictionSettings,
  calendarOf,
  readJurisdictionSettings,
} from "../../organizations/jurisdiction-settings";
import { listAnswering } from "../../organizations/index.server";
import { standingOf } from "../../organizations/organization-standing";
import { sealedDays } from "../following/follow-ups-where.server";
import type { ClockRules } from "../states/referral-clocks";
import { openStatuses } from "../states/referral-status";

type Row = {
  organization_id: string;
  organization_status: string;
  vetted_until: Date | null;
  organization_name: string;
  service_version: number;
  need_codes: string[];
  service_status: string;
  accepts_referrals: boolean;
  accepts_self_referral: boolean | null;
  needs_signed_release: boolean;
  assured_at: Date | null;
  has_open_duplicate: boolean;
  settings: unknown;
  time_zone: string;
};
export type SendingFacts = {
  organizationId: string;
  organizationName: string;
  serviceVersion: number;
  /** What the listing says it is for. */
  needCodes: string[];
  settings: JurisdictionSettings;
  rules: ClockRules;
};
export type SendingQuestion = {
  serviceId: string;
  /** Null for a family that is new. */
  householdId: string | null;
  /** Null before the family's yes. */
  consentMethod: "verbal" | "written" | "e_sign" | null;
  calledAhead: boolean;
  duplicateReason: string | null;
  /** As a worker typed it: one with this name and number may be there already, under another household. */
  typed?: { caregiverName: string; phone: string | null };
  /** The family asks on its own page: nobody has called ahead, and nothing can be signed. */
  bySelf?: boolean;
};

const staleDays = 270;
const openList = openStatuses.filter((status) => status !== "draft");

/** The guards of `sent` in one round trip, but for who answers there (domain.md 2.2); only a published listing of the jurisdiction is found. */
async function readRow(ctx: Ctx, question: SendingQuestion): Promise<Row | undefined> {
  const key = phoneKey(question.typed?.phone ?? null);
  // A sealed one is open to its sender for as long as it is listed, whatever became of it.
  const sealedSince = earlier(ctx.clock.now(), { days: sealedDays });
  const rows = await ctx.tx.$queryRaw<Row[]>`
    select s.organization_id, o.status::text as organization_status, o.vetted_until, o.name as organization_name,
      (s.needs_signed_release or o.victim_service_provider or o.part2_program) as needs_signed_release,
      s.version as service_version, s.need_codes, s.status::text as service_status,
      s.accepts_referrals, s.accepts_self_referral, s.assured_at, j.settings, j.time_zone,
      exists (select 1 from service_referral r where r.jurisdiction_id = s.jurisdiction_id
        and r.service_id = s.id
        and case when (o.victim_service_provider or o.part2_program) and r.sent_at is not null
          then r.taken_back_at is null and r.status <> 'entered_in_error' and r.sent_at >= ${sealedSince}
          else r.status::text = any(${openList}) end
        and (r.household_id = ${question.householdId}::uuid or r.household_id in (
          select h.id from household h where h.jurisdiction_id = s.jurisdiction_id and h.phone_key = ${key}
          and folded_name(h.caregiver_name) = folded_name(${question.typed?.caregiverName ?? ""})))) as has_open_duplicate
    from service s
    join organization o on o.id = s.organization_id
    join jurisdiction j on j.id = s.jurisdiction_id
    where s.id = ${question.serviceId}::uuid and s.jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid
      and s.listing_state = 'published' and s.status in ('active', 'temporarily_closed')`;
  return rows[0];
}

/** A suspended organization, or one whose vetting has ended, is sent nobody; staff are told which of the two. */
function refuseStanding(ctx: Ctx, row: Row, question: SendingQuestion): void {
  const facts = { status: row.organization_status, vettedUntil: row.vetted_until, mergedIntoId: null };
  const standing = standingOf(facts, ctx.clock.today(row.time_zone));
  if (standing === "ready") return;
  if (question.bySelf) throw new Conflict("organization_cannot_receive");
  throw new Conflict(standing === "suspended" ? "organization_suspended" : "organization_not_vetted");
}

function refuse(ctx: Ctx, row: Row, answers: boolean, question: SendingQuestion): void {
  if (!row.accepts_referrals || row.service_status !== "active")
    throw new Conflict("listing_not_taking_referrals");
  refuseStanding(ctx, row, question);
  if (!answers) throw new Conflict("organization_cannot_receive");
  if (question.bySelf && row.accepts_self_referral === false) throw new Conflict("no_self_referral");
  const isOutreach = question.typed !== undefined && question.consentMethod === null;
  if (row.needs_signed_release && (question.bySelf || isOutreach || question.consentMethod === "verbal"))
    throw new Conflict("needs_signed_release");
  if (row.has_open_duplicate && !question.duplicateReason)
    throw question.typed
      ? new Invalid({ duplicateReason: ["open_duplicate"] })
      : new Conflict("open_duplicate");
  const stale = row.assured_at !== null && daysPassed(row.assured_at, ctx.clock.now()) >= staleDays;
  if (stale && question.bySelf) throw new Conflict("call_first");
  if (stale && !question.calledAhead) throw new Invalid({ calledAhead: ["call_ahead_first"] });
}

/**
 * Whether a referral to this listing may be sent now, and what is frozen when it is.
 * NotFound for a listing that is not published here; Conflict or Invalid with the guard that refuses.
 */
export async function readSendingFacts(ctx: Ctx, question: SendingQuestion): Promise<SendingFacts> {
  const row = await readRow(ctx, question);
  if (!row) throw new NotFound();
  const answering = await listAnswering(ctx, { organizationIds: [row.organization_id] });
  refuse(ctx, row, answering.has(row.organization_id), question);
  const settings = readJurisdictionSettings(row.settings);
  return {
    organizationId: row.organization_id,
    organizationName: row.organization_name,
    serviceVersion: row.service_version,
    needCodes: row.need_codes,
    settings,
    rules: { calendar: calendarOf(settings, row.time_zone), clocks: settings.clocks },
  };
}
