import { deskLoader } from "~/auth/desk.server";
import { chooseFramework, readGoal } from "~/domain/goals/index.server";
import { NotFound } from "~/domain/kernel/errors";
import { csvResponse, writeCsv } from "~/interop/csv/write-csv";

const header = [
  ...["framework", "goal", "measure", "definition_version", "unit", "kind", "way", "value", "by_day"],
  ...["baseline_from", "baseline_to", "baseline_value", "source", "state", "why", "needed", "reached"],
  ...["period_from", "period_to", "whole_range_on_that_side", "ended"],
];

/** The targets of a goal as its page has them, ended ones too; numbers unrounded. */
export const loader = deskLoader("manager", async ({ ctx, params, url }) => {
  const { chosen } = await chooseFramework(ctx, { asked: url.searchParams.get("framework") });
  if (chosen === null) throw new NotFound();
  const read = await readGoal(ctx, { framework: chosen, goal: params.goal ?? "" });
  const rows = read.targets.map((target) => {
    const { judgement } = target;
    const told = judgement && "value" in judgement ? judgement : null;
    return [
      ...[
        chosen,
        target.goal,
        target.measure,
        target.definitionVersion,
        target.unit,
        target.kind,
        target.way,
      ],
      ...[
        target.value,
        target.byDay,
        target.baselineFrom,
        target.baselineTo,
        target.baselineValue,
        target.source,
      ],
      ...[judgement?.state ?? null, judgement?.state === "untold" ? judgement.why : null],
      ...[judgement?.needed ?? null, told?.value ?? null, told?.period[0] ?? null, told?.period[1] ?? null],
      ...[told?.clear == null ? null : String(told.clear), target.endedAt?.toISOString() ?? null],
    ];
  });
  return csvResponse(`targets-${chosen}-${read.goal.id}.csv`, writeCsv(header, rows));
});
