import { deskLoader } from "~/auth/desk.server";
import { readInitiative } from "~/domain/goals/index.server";
import { NotFound } from "~/domain/kernel/errors";
import { csvResponse, writeCsv } from "~/interop/csv/write-csv";

const header = [
  ...[
    "initiative",
    "starts_on",
    "measure",
    "scale",
    "before_from",
    "before_to",
    "before",
    "after_from",
    "after_to",
  ],
  ...[
    "after",
    "points",
    "points_low",
    "points_high",
    "percent_of_what_it_was",
    "same_months",
    "no_change_because",
  ],
  "shows_cause",
];

/** The twin of /manager/initiatives/:id: before, after and the change of each measure, or why there is none. */
export const loader = deskLoader("manager", async ({ ctx, params }) => {
  const { initiative, measures } = await readInitiative(ctx, { id: params.id ?? "" });
  if (initiative.removed) throw new NotFound();
  const rows = measures.map(({ spec, told: { before, after, change, sameSeason } }) => {
    const told = "refused" in change ? null : change;
    return [
      ...[initiative.title, initiative.startsOn, spec.id, spec.scale],
      ...[before?.period[0] ?? null, before?.period[1] ?? null, told?.before ?? null],
      ...[after?.period[0] ?? null, after?.period[1] ?? null, told?.after ?? null],
      ...[told?.points ?? null, told?.range?.low ?? null, told?.range?.high ?? null, told?.relative ?? null],
      ...[told ? String(sameSeason) : null, "refused" in change ? change.refused : null, "no"],
    ];
  });
  return csvResponse(`initiative-${initiative.startsOn}.csv`, writeCsv(header, rows));
});
