import { deskLoader } from "~/auth/desk.server";
import { csvResponse, writeCsv } from "~/interop/csv/write-csv";
import { languageOfRequest } from "~/locales/language-of-request.server";
import { readUnmet } from "./describe-unmet.server";

/** The twin of /manager/unmet-needs. */
export const loader = deskLoader("manager", async ({ ctx, url, request }) => {
  const { days, since, rows } = await readUnmet(ctx, url, languageOfRequest(request));
  return csvResponse(
    "unmet-needs.csv",
    writeCsv(
      ["filters", "suppression_rule", "since", "need_code", "need", "area", "searches"],
      rows.map((row) => [
        `last ${days} days`,
        "counts of 1 to 10 are hidden as <11",
        since,
        row.needCode,
        row.need,
        row.area,
        row.searches ?? "<11",
      ]),
    ),
  );
});
