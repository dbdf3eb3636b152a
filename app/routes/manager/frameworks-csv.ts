import { deskLoader } from "~/auth/desk.server";
import { listFrameworks } from "~/domain/goals/index.server";
import { csvResponse, writeCsv } from "~/interop/csv/write-csv";

/** The twin of /manager/frameworks. */
export const loader = deskLoader("manager", async ({ ctx }) => {
  const frameworks = await listFrameworks(ctx);
  return csvResponse(
    "frameworks.csv",
    writeCsv(
      ["framework", "title_en", "title_es", "place", "state", "version", "taken_from", "goals"],
      frameworks.map(({ id, title, place, state, version, source, goals }) => [
        ...[id, title.en, title.es, place.en, state, version, source, goals],
      ]),
    ),
  );
});
