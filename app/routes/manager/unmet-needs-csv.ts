import { deskLoader } from "~/auth/desk.server";
import { hiddenCount, hidingRule } from "~/domain/kernel/small-numbers";
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
        hidingRule,
        since,
        row.needCode,
        row.need,
        row.area,
        row.searches ?? hiddenCount,
      ]),
    ),
  );
});
