import {
  measuredColumns,
  recordTables,
  storageOf,
  type ExtractColumn,
  type ExtractTable,
  type MeasuredName,
  type RecordTable,
} from "~/domain/reports/extract-columns";
import { notSealed } from "../organizations/sealed-sql";

/** What each measured column of a file is in SQL, and where the rows come from; `more` is not written. */
export type ExtractSource = { columns: Readonly<Record<string, string>>; more?: string[]; from: string };

/** A referral `r` that counts: sent, made by no mistake, and to no sealed organization. */
export const countedReferral = `${notSealed("r.receiving_organization_id")} and r.sent_at is not null and r.status not in ('draft', 'entered_in_error') and coalesce(r.reason_code, '') not in ('duplicate', 'made_in_error')`;
const day = (column: string): string =>
  `(${column} at time zone current_setting('app.time_zone'))::date::text`;

/** A kept column as the contract writes it; a time as the agency's clock showed it. */
function written({ name, kind }: ExtractColumn): string {
  if (typeof kind === "object" && "words" in kind) return `array_to_string(m.${name}, ';')`;
  if (kind === "time")
    return `to_char(m.${name} at time zone current_setting('app.time_zone'), 'YYYY-MM-DD"T"HH24:MI:SS')`;
  return kind === "date" || kind === "yes" || kind === "count" || kind === "money"
    ? `m.${name}::text`
    : `m.${name}`;
}

/** All children whom the agency knows, whoever they are linked to: no name, no address, of the date of birth what ages need. */
const agencySource = (table: RecordTable): ExtractSource => ({
  columns: Object.fromEntries(measuredColumns(table).map((column) => [column.name, written(column)])),
  from: `${storageOf(table).table} m where m.jurisdiction_id = app_jurisdiction()`,
});

type PortalTable = Exclude<ExtractTable, RecordTable>;
const portalSources: {
  [T in PortalTable]: ExtractSource & { columns: Record<MeasuredName<T>, string> };
} = {
  referrals: {
    columns: {
      referral_id: "r.id::text",
      family_id: "r.household_id::text",
      child_id: "null",
      sent: day("r.sent_at"),
      status: "r.status::text",
      first_attempt: day(
        "(select min(c.at) from contact_attempt c where c.referral_id = r.id and c.taken_back_at is null)",
      ),
      first_contact: day("r.reached_at"),
      enrolled: "e.enrolled_on::text",
      closed: day("r.closed_at"),
      close_reason: "r.reason_code",
      exit: "e.ended_on::text",
      exit_reason:
        "case when e.status in ('completed', 'ended_early', 'never_started', 'transferred') then e.status::text end",
      expected_first_90: "e.expected_first90::text",
      language: "h.language",
      area: "h.postal_code",
    },
    from: `service_referral r join household h on h.id = r.household_id
      left join lateral (select * from enrollment e where e.referral_id = r.id and e.status <> 'entered_in_error' order by e.enrolled_on, e.id limit 1) e on true
      where r.jurisdiction_id = app_jurisdiction() and ${countedReferral}`,
  },
  sessions: {
    columns: {
      referral_id: "e.referral_id::text",
      date: "s.date::text",
      attended: "(s.status = 'attended')::text",
    },
    from: `attendance_session s join enrollment e on e.id = s.enrollment_id and e.status <> 'entered_in_error'
      where s.jurisdiction_id = app_jurisdiction() and s.superseded_by_id is null and ${notSealed("e.organization_id")}`,
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
      where r.jurisdiction_id = app_jurisdiction() and ${notSealed("p.named_by_organization_id")} and ${countedReferral}`,
  },
};

const agencySources = Object.fromEntries(recordTables.map((table) => [table, agencySource(table)])) as Record<
  RecordTable,
  ExtractSource
>;

/** Where the rows of each file of contracts.md section 1 are in the portal's own tables. */
export const extractSources: Readonly<Record<ExtractTable, ExtractSource>> = {
  ...agencySources,
  ...portalSources,
};
