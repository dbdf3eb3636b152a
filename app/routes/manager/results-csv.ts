import { isComplement, mayShowPercent, smallestPercent, toShown } from "~/domain/goals/shown-share";
import type { NamedResult } from "~/domain/goals/read-goal.server";
import { hiddenCount, hidingRule } from "~/domain/kernel/small-numbers";
import { blockedResult, type RunFrame } from "~/domain/measures/finish-result";
import type { MeasureResult } from "~/domain/measures/measure-result";
import { findMeasureSpec } from "~/domain/measures/measure-registry";
import type { Flow } from "~/domain/measures/suppress-flow";
import { writeCsv } from "~/interop/csv/write-csv";
import { digitsFor } from "./measure-view";

/** Said in every row, so that a copied row still says it. */
const rule = `${hidingRule}; under ${smallestPercent} there is no percent; no number shows cause`;
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
    "missing",
    "value",
    "low",
    "high",
    "scale",
    // As the card or the table of the page says it: a later event as the share of children without it.
    "page_percent",
    "page_low",
    "page_high",
    "not_tracked_because",
  ],
];

type Cell = string | number | null;

/** The percent that stands on the page, rounded as it is there; nothing where the page says no percent. */
function pageCells(result: MeasureResult): Cell[] {
  const spec = findMeasureSpec(result.measure);
  const shown = spec ? toShown(result, isComplement(spec)) : null;
  if (!shown || !mayShowPercent(shown.denominator)) return [null, null, null];
  const digits = result.stratum === null ? digitsFor(shown) : 0;
  const words = new Intl.NumberFormat("en-US", { maximumFractionDigits: digits });
  return [shown.share, shown.low, shown.high].map((share) => Number(words.format(share * 100)));
}

const rounded = (n: number | null): number | null => (n === null ? null : Math.round(n * 100) / 100);

function resultRow(filters: string, result: MeasureResult): Cell[] {
  const [group = null, value = null] = Object.entries(result.stratum ?? {})[0] ?? [];
  const isHidden = result.suppressed !== null;
  const shown = (n: number | null): Cell => (isHidden && n === null ? hiddenCount : rounded(n));
  const isCount = result.scale === 1 && result.denominator === null;
  const isPercent = isHidden || isCount || (result.denominator ?? 0) >= smallestPercent;
  const asPercent = (n: number | null): Cell => (isPercent ? shown(n) : null);
  const isMissingHidden = result.missing === null && result.numerator !== null;
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
      isHidden || isMissingHidden ? hiddenCount : result.missing,
      asPercent(result.value),
      isCount ? null : asPercent(result.low),
      isCount ? null : asPercent(result.high),
      result.scale,
      ...pageCells(result),
    ],
    result.blocked_by.join("; ") || null,
  ];
}

/** Of rows without a number: the page's year and its last day of data, empty before the first run. */
export const frameOfResults = (page: {
  period: [string, string] | null;
  dataThrough: string | null;
}): RunFrame => ({ period: page.period ?? ["", ""], dataThrough: page.dataThrough ?? "" });

/** What a page names, also where there is no number for it, and why there is none. */
export function resultsOf(named: readonly NamedResult[], frame: RunFrame): MeasureResult[] {
  return named.map(
    ({ spec, result }) =>
      result ??
      blockedResult(spec, frame, spec.missing.length > 0 ? [...spec.missing] : ["nothing was computed yet"]),
  );
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
