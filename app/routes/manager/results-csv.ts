import { hiddenCount, hidingRule } from "~/domain/kernel/small-numbers";
import type { MeasureResult } from "~/domain/measures/measure-result";
import { findMeasureSpec } from "~/domain/measures/measure-registry";
import type { Flow } from "~/domain/measures/suppress-flow";
import { writeCsv } from "~/interop/csv/write-csv";

/** Said in every row, so that a copied row still says it. */
const rule = `${hidingRule}, with second cells; no number shows cause`;
const header = [
  ...[
    "filters",
    "suppression_rule",
    "measure",
    "version",
    "title",
    "part",
    "group",
    "value_of_group",
    "period_from",
    "period_to",
    "data_through",
  ],
  ...[
    "maturity",
    "share_complete",
    "denominator",
    "numerator",
    "value",
    "low",
    "high",
    "scale",
    "not_tracked_because",
  ],
];

type Cell = string | number | null;
const rounded = (n: number | null): number | null => (n === null ? null : Math.round(n * 100) / 100);

function resultRow(filters: string, result: MeasureResult): Cell[] {
  const [group = null, value = null] = Object.entries(result.stratum ?? {})[0] ?? [];
  const isHidden = result.suppressed !== null;
  const isCount = result.denominator === null && result.value !== null;
  const shown = (n: number | null): Cell => (isHidden && n === null ? hiddenCount : rounded(n));
  return [
    ...[
      filters,
      rule,
      result.measure,
      result.version,
      findMeasureSpec(result.measure)?.title.en ?? "",
      result.part,
      group,
      value,
    ],
    ...[
      result.period[0],
      result.period[1],
      result.data_through,
      result.maturity.state,
      rounded(result.maturity.complete),
    ],
    ...[
      isCount ? null : shown(result.denominator),
      shown(result.numerator),
      shown(result.value),
      shown(result.low),
      shown(result.high),
      result.scale,
    ],
    result.blocked_by.join("; ") || null,
  ];
}

/** Results as the page has them, hidden cells with them. */
export function resultsCsv(filters: string, results: MeasureResult[]): string {
  return writeCsv(
    header,
    results.map((result) => resultRow(filters, result)),
  );
}

export function flowCsv(filters: string, flow: Flow | null): string {
  const shown = (n: number | null): Cell => n ?? hiddenCount;
  const frame = (f: Flow): Cell[] => [filters, rule, f.period[0], f.period[1], f.dataThrough];
  const rows = flow
    ? [
        ...flow.steps.map((step): Cell[] => [
          ...frame(flow),
          "step",
          step.name,
          shown(step.families),
          shown(step.open),
        ]),
        ...flow.reasons.map((reason): Cell[] => [
          ...frame(flow),
          "reason",
          reason.code,
          shown(reason.families),
          null,
        ]),
      ]
    : [];
  return writeCsv(
    [
      "filters",
      "suppression_rule",
      "period_from",
      "period_to",
      "data_through",
      "kind",
      "name",
      "families",
      "still_in_progress",
    ],
    rows,
  );
}
