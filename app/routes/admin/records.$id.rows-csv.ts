import { deskLoader } from "~/auth/desk.server";
import { dateIn } from "~/domain/kernel/calendar";
import { readRecordsRemarks } from "~/domain/reports/index.server";
import { csvResponse, writeCsv } from "~/interop/csv/write-csv";
import { languageOfRequest } from "~/locales/language-of-request.server";
import { translate } from "~/locales/translator.server";
import { remarkWords } from "./records/remark-words";

const kinds = ["rejected", "warnings"] as const;

/** Every row that an import of records did not take or wants looked at, for a spreadsheet; never what a cell holds. */
export const loader = deskLoader("admin", async ({ ctx, session, params, request }) => {
  const remarks = await readRecordsRemarks(ctx, { id: params["id"] ?? "" });
  const t = translate(languageOfRequest(request), "admin-records");
  const rows = kinds.flatMap((kind) =>
    remarks[kind].map((remark) => {
      const { file, line, column, code } = remark;
      return [t(`remarks.kinds.${kind}`), file, line, column, code, remarkWords(t, remark)];
    }),
  );
  const name = `records-${dateIn(session.membership.timeZone, remarks.startedAt)}.csv`;
  return csvResponse(name, writeCsv(["kind", "file", "line", "column", "code", "reason"], rows));
});
