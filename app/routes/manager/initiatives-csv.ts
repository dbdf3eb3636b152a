import { deskLoader } from "~/auth/desk.server";
import { listInitiatives } from "~/domain/goals/index.server";
import { csvResponse, writeCsv } from "~/interop/csv/write-csv";

/** The twin of /manager/initiatives. */
export const loader = deskLoader("manager", async ({ ctx }) => {
  const initiatives = await listInitiatives(ctx);
  return csvResponse(
    "initiatives.csv",
    writeCsv(
      ["title", "what", "place", "by_whom", "starts_on", "ends_on", "measures", "language"],
      initiatives.map(({ title, what, place, byWhom, startsOn, endsOn, measures, language }) => [
        ...[title, what, place, byWhom, startsOn, endsOn, measures.join("; "), language],
      ]),
    ),
  );
});
