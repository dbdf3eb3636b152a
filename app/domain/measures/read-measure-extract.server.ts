import type { Ctx } from "~/domain/kernel/context";
import { whereFor } from "~/domain/kernel/index.server";
import { listReportOrigins } from "~/domain/reports/index.server";

export type ExtractBatch = {
  table: "children" | "reports" | "removals" | "referrals" | "sessions" | "index";
  rows: Record<string, string | null>[];
};

const BATCH = 5000;
const linked = `a.id in (select agency_child_id from person_link where jurisdiction_id = app_jurisdiction())`;
const valid = `r.sent_at is not null and r.status not in ('draft', 'entered_in_error') and coalesce(r.reason_code, '') not in ('duplicate', 'made_in_error')`;
const day = (column: string): string =>
  `(${column} at time zone current_setting('app.time_zone'))::date::text`;

/** One query a table. No name, no address, and of the date of birth what ages need. */
const queries: Record<ExtractBatch["table"], string> = {
  children: `select a.child_id, a.dob::text, a.sex, array_to_string(a.race_codes, ';') as race_codes, a.hispanic::text
    from agency_child a where a.jurisdiction_id = app_jurisdiction() and ${linked}`,
  reports: `select m.report_id, m.child_id, m.report_date::text, m.incident_date::text, m.screen_decision, m.disposition, m.fatality::text
    from maltreatment_report m join agency_child a on a.jurisdiction_id = m.jurisdiction_id and a.child_id = m.child_id
    where m.jurisdiction_id = app_jurisdiction() and ${linked}`,
  removals: `select m.removal_id, m.child_id, m.entry_date::text, m.exit_date::text
    from removal m join agency_child a on a.jurisdiction_id = m.jurisdiction_id and a.child_id = m.child_id
    where m.jurisdiction_id = app_jurisdiction() and ${linked}`,
  referrals: `select r.id::text as referral_id, r.household_id::text as family_id, ${day("r.sent_at")} as sent, r.status::text,
      ${day("r.reached_at")} as first_contact, e.enrolled_on::text as enrolled, ${day("r.closed_at")} as closed, r.reason_code as close_reason,
      e.ended_on::text as exit, case e.status when 'completed' then 'completed' when 'ended_early' then 'ended_early'
        when 'never_started' then 'never_started' when 'transferred' then 'transferred' end as exit_reason, h.language, h.postal_code as area
    from service_referral r join household h on h.id = r.household_id
    left join lateral (select * from enrollment e where e.referral_id = r.id and e.status <> 'entered_in_error' order by e.enrolled_on, e.id limit 1) e on true
    where r.jurisdiction_id = app_jurisdiction() and ${valid}`,
  sessions: `select e.referral_id::text, s.date::text, (s.status = 'attended')::text as attended
    from attendance_session s join enrollment e on e.id = s.enrollment_id
    where s.jurisdiction_id = app_jurisdiction() and s.superseded_by_id is null`,
  index: `select p.id::text as person_id, r.id::text as referral_id, a.child_id, ${day("r.sent_at")} as index_date, null as left_jurisdiction,
      (select min(m.exit_date)::text from removal m where m.jurisdiction_id = app_jurisdiction() and m.child_id = a.child_id and m.exit_reason = 'death') as death_date,
      h.language, h.postal_code as area
    from service_referral r join household h on h.id = r.household_id join person p on p.household_id = r.household_id and p.kind = 'child'
    left join person_link l on l.person_id = p.id left join agency_child a on a.id = l.agency_child_id
    where r.jurisdiction_id = app_jurisdiction() and ${valid}`,
};

type Row = Record<string, string | null>;

/** Rows in batches through a cursor of the caller's transaction: one reading of each table, one batch in memory. */
async function* readInBatches(ctx: Ctx, table: ExtractBatch["table"]): AsyncGenerator<Row[]> {
  await ctx.tx.$executeRawUnsafe(`declare measure_extract no scroll cursor for ${queries[table]}`);
  for (;;) {
    const rows = await ctx.tx.$queryRawUnsafe<Row[]>(`fetch ${BATCH} from measure_extract`);
    if (rows.length === 0) break;
    yield rows;
  }
  await ctx.tx.$executeRawUnsafe("close measure_extract");
}

/**
 * The rows that measures are computed from, as the files of contracts.md section 1, in batches: linked children alone,
 * pseudonymous ids, no names. An unlinked child of a referred family has an index row without a child id.
 */
export async function* readMeasureExtract(ctx: Ctx): AsyncGenerator<ExtractBatch> {
  whereFor(ctx, "compute", "MeasureMember");
  const { timeZone } = await ctx.tx.jurisdiction.findUniqueOrThrow({
    where: { id: ctx.actor.jurisdictionId },
    select: { timeZone: true },
  });
  const origins = await listReportOrigins(
    ctx,
    "computing measures: a referral's own report is never its outcome",
  );
  await ctx.tx
    .$queryRaw`select set_config('app.time_zone', ${timeZone}, true), set_config('cursor_tuple_fraction', '1', true)`;
  for (const table of Object.keys(queries) as ExtractBatch["table"][]) {
    for await (const rows of readInBatches(ctx, table)) {
      const named =
        table === "index"
          ? rows.map((row) => ({ ...row, origin_report_id: origins.get(row["referral_id"] ?? "") ?? null }))
          : rows;
      yield { table, rows: named };
    }
  }
}
