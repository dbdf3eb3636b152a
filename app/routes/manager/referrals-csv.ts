import { deskLoader } from "~/auth/desk.server";
import { listMeasureResults } from "~/domain/measures/index.server";
import { csvResponse } from "~/interop/csv/write-csv";
import { flowCsv } from "./results-csv";

/** The twin of /manager/referrals. */
export const loader = deskLoader("manager", async ({ ctx }) => {
  const run = await listMeasureResults(ctx);
  return csvResponse(
    "referrals.csv",
    flowCsv("families; whole jurisdiction; all program types", run?.flows.at(-1) ?? null),
  );
});
