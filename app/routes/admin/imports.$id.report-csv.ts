import { deskLoader } from "~/auth/desk.server";
import { readImportReport } from "~/domain/directory/index.server";
import { csvResponse, writeCsv } from "~/interop/csv/write-csv";
import { dateIn } from "~/domain/kernel/calendar";

/** Every row that an import did not take or wants looked at, for a spreadsheet. */
export const loader = deskLoader("admin", async ({ ctx, session, params }) => {
  const { source, startedAt, rejected, warnings } = await readImportReport(ctx, { id: params["id"] ?? "" });
  const rows = [
    ...rejected.map((note) => ["not taken", note.file, note.line, note.column, note.code, note.reason]),
    ...warnings.map((note) => ["to look at", note.file, note.line, note.column, note.code, note.reason]),
  ];
  const name = `import-${source}-${dateIn(session.membership.timeZone, startedAt)}.csv`;
  return csvResponse(name, writeCsv(["kind", "file", "line", "column", "code", "reason"], rows));
});
