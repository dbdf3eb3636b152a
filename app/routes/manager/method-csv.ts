import { deskLoader } from "~/auth/desk.server";
import { measureSpecs } from "~/domain/measures/measure-registry";
import { csvResponse, writeCsv } from "~/interop/csv/write-csv";

/** The twin of /manager/method. */
export const loader = deskLoader("manager", async () => {
  const rows = measureSpecs.map((spec) => [
    spec.id,
    spec.version,
    spec.title.en,
    spec.title.es,
    spec.status,
    spec.unit,
    spec.direction,
    spec.missing.join("; "),
    spec.provenance,
  ]);
  return csvResponse(
    "measures.csv",
    writeCsv(
      ["measure", "version", "title_en", "title_es", "status", "unit", "direction", "missing", "from"],
      rows,
    ),
  );
});
