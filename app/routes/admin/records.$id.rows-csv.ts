import { deskLoader } from "~/auth/desk.server";
import { dateIn } from "~/domain/kernel/calendar";
import { readRecordsRemarks } from "~/domain/reports/index.server";
import { csvResponse, writeCsv } from "~/interop/csv/write-csv";

/** Every row that an import of records did not take or wants looked at, for a spreadsheet; never what a cell holds. */
export const loader = deskLoader("admin", async ({ ctx, session, params }) => {
  const { startedAt, rejected, warnings } = await readRecordsRemarks(ctx, { id: params["id"] ?? "" });
  const rows = [
    ...rejected.map((note) => ["not taken", note.file, note.line, note.column, note.code, note.reason]),
    ...warnings.map((note) => ["to look at", note.file, note.line, note.column, note.code, note.reason]),
  ];
  const name = `records-${dateIn(session.membership.timeZone, startedAt)}.csv`;
  return csvResponse(name, writeCsv(["kind", "file", "line", "column", "code", "reason"], rows));
});
