import { deskLoader } from "~/auth/desk.server";
import { csvResponse, writeCsv } from "~/interop/csv/write-csv";
import { languageOfRequest } from "~/locales/language-of-request.server";
import { readFunding } from "./describe-funding.server";

/** The twin of /manager/programs: all of them, up to 5,000. */
export const loader = deskLoader("manager", async ({ ctx, request }) => {
  const { rows } = await readFunding(ctx, languageOfRequest(request), { size: 5_000 });
  const columns = ["name", "organization", "funding", "evidence", "strengthens", "better"] as const;
  return csvResponse(
    "programs.csv",
    writeCsv(
      [...columns],
      rows.map((row) => columns.map((column) => row[column])),
    ),
  );
});
