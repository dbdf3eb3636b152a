import type { Ctx } from "~/domain/kernel/context";
import { whereFor } from "~/domain/kernel/index.server";
import { extractTables, type ExtractTable, type MeasuredName } from "~/domain/reports/extract-columns";
import { listReportOrigins } from "~/domain/reports/index.server";

export type ExtractBatch = { table: ExtractTable; rows: Record<string, string | null>[] };

const BATCH = 5000;
/** Victim services and substance use programs: nobody of theirs is in any file (domain.md 5). */
const sealed = `(select id from organization where jurisdiction_id = app_jurisdiction() and (victim_service_provider or part2_program))`;
const open = (column: string): string => `(${column} is null or ${column} not in ${sealed})`;
const linked = `a.id in (select l.agency_child_id from person_link l join person p on p.id = l.person_id
  where l.jurisdiction_id = app_jurisdiction() and ${open("p.named_by_organization_id")})`;
const valid = `${open("r.receiving_organization_id")} and r.sent_at is not null and r.status not in ('draft', 'entered_in_error') and coalesce(r.reason_code, '') not in ('duplicate', 'made_in_error')`;
const day = (column: string): string =>
  `(${column} at time zone current_setting('app.time_zone'))::date::text`;

/** What each measured column of a file is in SQL, and where the rows come from; `more` is not written. */
type Source<T extends ExtractTable> = {
  columns: Record<MeasuredName<T>, string>;
  more?: string[];
  from: string;
};

/** No name, no address, and of the date of birth what ages need. */
const sources: { [T in ExtractTable]: Source<T> } = {
  children: {
    columns: {
      child_id: "a.child_id",
      dob: "a.dob::text",
      sex: "a.sex",
      race_codes: "array_to_string(a.race_codes, ';')",
      hispanic: "a.hispanic::text",
    },
    from: `agency_child a where a.jurisdiction_id = app_jurisdiction() and ${linked}`,
  },
  reports: {
    columns: {
      report_id: "m.report_id",
      child_id: "m.child_id",
      report_date: "m.report_date::text",
      incident_date: "m.incident_date::text",
      screen_decision: "m.screen_decision",
      disposition: "m.disposition",
      fatality: "m.fatality::text",
    },
    from: `maltreatment_report m join agency_child a on a.jurisdiction_id = m.jurisdiction_id and a.child_id = m.child_id
      where m.jurisdiction_id = app_jurisdiction() and ${linked}`,
  },
  removals: {
    columns: {
      removal_id: "m.removal_id",
      child_id: "m.child_id",
      entry_date: "m.entry_date::text",
      exit_date: "m.exit_date::text",
    },
    from: `removal m join agency_child a on a.jurisdiction_id = m.jurisdiction_id and a.child_id = m.child_id
      where m.jurisdiction_id = app_jurisdiction() and ${linked}`,
  },
  referrals: {
    columns: {
      referral_id: "r.id::text",
      family_id: "r.household_id::text",
      child_id: "null",
      sent: day("r.sent_at"),
      status: "r.status::text",
      first_contact: day("r.reached_at"),
      enrolled: "e.enrolled_on::text",
      closed: day("r.closed_at"),
      close_reason: "r.reason_code",
      exit: "e.ended_on::text",
      exit_reason:
        "case when e.status in ('completed', 'ended_early', 'never_started', 'transferred') then e.status::text end",
      language: "h.language",
      area: "h.postal_code",
    },
    from: `service_referral r join household h on h.id = r.household_id
      left join lateral (select * from enrollment e where e.referral_id = r.id and e.status <> 'entered_in_error' order by e.enrolled_on, e.id limit 1) e on true
      where r.jurisdiction_id = app_jurisdiction() and ${valid}`,
  },
  sessions: {
    columns: {
      referral_id: "e.referral_id::text",
      date: "s.date::text",
      attended: "(s.status = 'attended')::text",
    },
    from: `attendance_session s join enrollment e on e.id = s.enrollment_id and e.status <> 'entered_in_error'
      where s.jurisdiction_id = app_jurisdiction() and s.superseded_by_id is null and ${open("e.organization_id")}`,
  },
  index: {
    columns: {
      child_id: "a.child_id",
      index_date: day("r.sent_at"),
      left_jurisdiction: "null",
      death_date: `(select min(m.exit_date)::text from removal m
        where m.jurisdiction_id = app_jurisdiction() and m.child_id = a.child_id and m.exit_reason = 'death')`,
      person_id: "p.id::text",
      // Sealed: put in from what as-protected read, not from here.
      origin_report_id: "null",
      language: "h.language",
      area: "h.postal_code",
    },
    more: ["r.id::text as referral_id"],
    from: `service_referral r join household h on h.id = r.household_id join person p on p.household_id = r.household_id and p.kind = 'child'
      left join person_link l on l.person_id = p.id left join agency_child a on a.id = l.agency_child_id
      where r.jurisdiction_id = app_jurisdiction() and ${open("p.named_by_organization_id")} and ${valid}`,
  },
};

function queryOf(table: ExtractTable): string {
  const {
    columns,
    more = [],
    from,
  }: { columns: Record<string, string>; more?: string[]; from: string } = sources[table];
  const named = Object.entries(columns).map(([name, sql]) => `${sql} as "${name}"`);
  return `select ${[...named, ...more].join(", ")} from ${from}`;
}

type Row = Record<string, string | null>;

/** Rows in batches through a cursor of the caller's transaction: one reading of each table, one batch in memory. */
async function* readInBatches(ctx: Ctx, table: ExtractTable): AsyncGenerator<Row[]> {
  await ctx.tx.$executeRawUnsafe(`declare measure_extract no scroll cursor for ${queryOf(table)}`);
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
  for (const table of extractTables) {
    for await (const rows of readInBatches(ctx, table)) {
      const named =
        table === "index"
          ? rows.map((row) => ({ ...row, origin_report_id: origins.get(row["referral_id"] ?? "") ?? null }))
          : rows;
      yield { table, rows: named };
    }
  }
}
