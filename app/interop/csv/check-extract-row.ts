import type { RecordTable } from "~/domain/reports/extract-columns";
import type { RemarkCode } from "~/domain/reports/remark-codes";
import type { ReadRow, RowFault } from "./read-extract-row";

type Row = Extract<ReadRow, { row: unknown }>["row"];
type Checked = { refusal?: RowFault; doubt?: RowFault };

const nothing: Checked = {};

/** Whether one day is before another; not where either is missing. */
const isBefore = (row: Row, one: string, two: string): boolean => {
  const [first, second] = [row[one], row[two]];
  return typeof first === "string" && typeof second === "string" && first < second;
};
/** Two times of one clock: neither says another zone. */
const areOfOneClock = (row: Row, ...fields: string[]): boolean =>
  fields.every((field) => typeof row[field] === "string" && /T[\d:.]+$/.test(row[field]));

const endsBeforeStart = (row: Row): Checked =>
  isBefore(row, "endDate", "startDate")
    ? { refusal: { column: "end_date", reason: "is before the start date", code: "end_before_start" } }
    : nothing;

function checkReport(row: Row): Checked {
  const doubt = (column: string, reason: string, code: RemarkCode) => ({ doubt: { column, reason, code } });
  if (isBefore(row, "dispositionDate", "reportDate"))
    return doubt("disposition_date", "is before the report date", "disposition_before_report");
  if (isBefore(row, "reportDate", "incidentDate"))
    return doubt("incident_date", "is after the report date", "incident_after_report");
  if (areOfOneClock(row, "firstContactAt", "receivedAt") && isBefore(row, "firstContactAt", "receivedAt"))
    return doubt("first_contact_at", "is before the report was received", "contact_before_receipt");
  return nothing;
}

function checkSiblings(row: Row): Checked {
  const [inCare, together] = [row["siblingsInCare"], row["siblingsInSameHome"]];
  if (typeof inCare !== "number" || typeof together !== "number" || together <= inCare) return nothing;
  const reason = "is more than the siblings who are in care";
  return { doubt: { column: "siblings_in_same_home", reason, code: "more_together_than_in_care" } };
}

const checks: Partial<Record<RecordTable, (row: Row) => Checked>> = {
  children: checkSiblings,
  reports: checkReport,
  removals: (row) =>
    isBefore(row, "exitDate", "entryDate")
      ? { refusal: { column: "exit_date", reason: "is before the entry date", code: "exit_before_entry" } }
      : nothing,
  siblings: (row) =>
    row["childId"] === row["siblingChildId"]
      ? { refusal: { column: "sibling_child_id", reason: "is the child itself", code: "own_sibling" } }
      : nothing,
  services: endsBeforeStart,
  cases: endsBeforeStart,
};

/** What two cells of a row say together: refused where it cannot be, told where it is doubtful and the row still counts. */
export const checkExtractRow = (table: RecordTable, row: Row): Checked => checks[table]?.(row) ?? nothing;
