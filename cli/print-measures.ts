import type { MeasureResult } from "~/domain/measures/measure-result";

const whole = (n: number | null): string => (n === null ? "hidden" : String(n));

function printOne(result: MeasureResult): string {
  const name = [
    result.measure,
    result.part,
    result.variant && `variant ${result.variant}`,
    result.stratum && Object.entries(result.stratum).flat().join(" "),
  ]
    .filter(Boolean)
    .join(" / ");
  if (result.blocked_by.length > 0) return `${name}: blocked by ${result.blocked_by.join(", ")}`;
  if (result.maturity.state === "unavailable")
    return `${name}: too early, ${Math.round(result.maturity.complete * 100)} % of windows complete`;
  if (result.suppressed) return `${name}: hidden (${result.suppressed})`;
  if (result.denominator === null) return `${name}: ${whole(result.numerator)}`;
  if (result.value === null && result.denominator > 0)
    return `${name}: ${whole(result.numerator)} of ${result.denominator}, no value`;
  if (result.denominator === 0) return `${name}: 0 of 0`;
  const missing = result.missing === 0 ? "" : `, missing ${whole(result.missing)}`;
  const range =
    result.low === null || result.high === null
      ? ""
      : `, likely ${result.low.toFixed(1)} to ${result.high.toFixed(1)}`;
  return `${name}: ${whole(result.numerator)} of ${result.denominator} = ${result.value?.toFixed(1) ?? "-"}${range}${missing} (${result.maturity.state})`;
}

/** The results for a person at a terminal, one line each, with the date of data. */
export function printMeasures(results: MeasureResult[]): string {
  const frame = results[0];
  const head = frame ? `${frame.period.join(" to ")}, data through ${frame.data_through}\n` : "";
  return `${head}${results.map(printOne).join("\n")}\n`;
}
