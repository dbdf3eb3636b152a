import { scaleLinear } from "d3-scale";
import { HatchPattern, useHatch } from "./hatch";
import { round } from "./trend-geometry";

export type RangeRow = {
  key: string;
  label: string;
  words: string;
  value: { share: number; low: number; high: number } | null;
};

/** A dot and its range for each area, on one scale: what the small multiples become on phones. `null` is hatched, at full width. */
export function RangeRows({
  rows,
  domain,
  whole,
  sentence,
}: {
  rows: readonly RangeRow[];
  domain: readonly [number, number];
  whole?: { share: number; label: string };
  sentence: string;
}) {
  const hatch = useHatch();
  const across = scaleLinear().domain(domain).range([124, 292]).clamp(true);
  const x = (share: number) => round(across(share));
  const height = rows.length * 40;
  return (
    <svg viewBox={`0 0 300 ${height + 24}`} role="img" aria-label={sentence} className="chart chart-phone">
      <HatchPattern name={hatch.name} />
      {whole && <line x1={x(whole.share)} x2={x(whole.share)} y1="0" y2={height} className="compare" />}
      {whole && (
        <text x={x(whole.share)} y={height + 16} textAnchor="middle">
          {whole.label}
        </text>
      )}
      {rows.map(({ key, label, words, value }, index) => (
        <g key={key} transform={`translate(0 ${index * 40})`}>
          <text x="0" y="17" className="strong">
            {label}
          </text>
          <text x="0" y="32">
            {words}
          </text>
          {value ? (
            <>
              <line x1={x(value.low)} x2={x(value.high)} y1="16" y2="16" className="range" />
              <circle cx={x(value.share)} cy="16" r="5" className="dot-1" />
            </>
          ) : (
            <rect x="118" y="8" width="180" height="16" fill={hatch.fill} />
          )}
        </g>
      ))}
    </svg>
  );
}
