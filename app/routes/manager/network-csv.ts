import { deskLoader } from "~/auth/desk.server";
import { hiddenCount, hidingRule } from "~/domain/kernel/small-numbers";
import { csvResponse, writeCsv } from "~/interop/csv/write-csv";
import { languageOfRequest } from "~/locales/language-of-request.server";
import { describeNetwork } from "./community/describe-network.server";

const header = [
  "suppression_rule",
  "since",
  "row",
  "name",
  "programs",
  "covered_by_or_covers",
  "gap_area",
  "searches",
];

/** The twin of /manager/network: a row for each need and each of its gaps, then for each organization. */
export const loader = deskLoader("manager", async ({ ctx, request }) => {
  const { since, organizations, needs } = await describeNetwork(ctx, languageOfRequest(request));
  const rows = [
    ...needs.map((one) => ["need", one.need, one.programs, one.organizations.join("; "), null, null]),
    ...needs.flatMap(({ need, gaps }) =>
      gaps.map(({ area, searches }) => ["gap", need, null, null, area, searches ?? hiddenCount]),
    ),
    ...organizations.map((one) => ["organization", one.name, one.programs, one.needs.join("; "), null, null]),
  ];
  return csvResponse(
    "network.csv",
    writeCsv(
      header,
      rows.map((row) => [hidingRule, since, ...row]),
    ),
  );
});
