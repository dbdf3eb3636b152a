import { scaleLinear } from "d3-scale";
import { HatchPattern, useHatch } from "./hatch";
import { round } from "./trend-geometry";

export type FunnelStep = {
  key: string;
  label: string;
  note?: string;
  /** null: too few to show, or worked out from one that is; drawn as hatching of a fixed length. */
  count: number | null;
  /** Still in progress, drawn striped after the bar. null or absent: none, or not shown. */
  inProgress?: number | null;
  /** Words in the bar ("3,290") and after it ("78% (77–79)"). */
  countWords: string;
  shareWords?: string;
  /** The same for the narrow drawing, when the words are long ("71% of those done"). */
  shortShareWords?: string;
};

/** Generous width of a letter at 13 px, in drawing units. */
const letter = 7.6;

type FunnelProps = { steps: readonly FunnelStep[]; total: number; sentence: string };
type Layout = { width: number; labelWidth: number; bar: number; gap: number; stacked: boolean };

const wide: Layout = { width: 600, labelWidth: 176, bar: 36, gap: 18, stacked: false };
const narrow: Layout = { width: 300, labelWidth: 0, bar: 30, gap: 32, stacked: true };

/** From referral to support: one bar a step on one scale from zero, striped where families are still on the way. */
export function FunnelBars(props: FunnelProps) {
  return (
    <div className="chart-box">
      <FunnelDrawing {...props} layout={wide} className="chart chart-wide" />
      <FunnelDrawing {...props} layout={narrow} className="chart chart-narrow" />
    </div>
  );
}

export type FunnelBar = { x: number; done: number; progress: number; end: number; hidden: boolean };

/** Lengths of one step's bars. A hidden count has the same length whatever it is. */
export function funnelBar(step: FunnelStep, total: number, room: number, start: number): FunnelBar {
  const length = scaleLinear()
    .domain([0, Math.max(total, 1)])
    .range([0, room])
    .clamp(true);
  if (step.count === null)
    return { x: start, done: 0, progress: round(room * 0.12), end: round(start + room * 0.12), hidden: true };
  const done = round(length(step.count));
  const progress = step.inProgress ? round(Math.min(length(step.inProgress), room - done)) : 0;
  return { x: start, done, progress, end: round(start + done + progress), hidden: false };
}

function FunnelDrawing({
  steps,
  total,
  sentence,
  layout,
  className,
}: FunnelProps & { layout: Layout; className: string }) {
  const hatch = useHatch();
  const row = layout.bar + layout.gap;
  const height = steps.length * row + 6;
  return (
    <svg viewBox={`0 0 ${layout.width} ${height}`} role="img" aria-label={sentence} className={className}>
      <HatchPattern name={hatch.name} />
      {steps.map((step, index) => (
        <FunnelRow
          key={step.key}
          step={step}
          layout={layout}
          top={index * row + (layout.stacked ? 22 : 6)}
          total={total}
          fill={hatch.fill}
        />
      ))}
    </svg>
  );
}

function FunnelRow({
  step,
  layout,
  top,
  total,
  fill,
}: {
  step: FunnelStep;
  layout: Layout;
  top: number;
  total: number;
  fill: string;
}) {
  const room = layout.width - layout.labelWidth - 6;
  const bar = funnelBar(step, total, room, layout.labelWidth);
  const middle = top + layout.bar / 2 + 4.5;
  const inside = bar.done > 64;
  const fits = (words: string) => bar.end + 7 + words.length * letter < layout.width;
  const wordsWith = (share?: string) =>
    [!inside && !bar.hidden && step.countWords, bar.hidden ? step.countWords : share]
      .filter(Boolean)
      .join(" · ");
  const long = wordsWith(step.shareWords);
  const outside = layout.stacked || !fits(long) ? wordsWith(step.shortShareWords ?? step.shareWords) : long;
  const after = fits(outside);
  const above = layout.stacked && (step.label.length + outside.length) * letter < layout.width;
  return (
    <g>
      <text x="0" y={layout.stacked ? top - 6 : top + 16} className="strong">
        {step.label}
      </text>
      {!layout.stacked && step.note && (
        <text x="0" y={top + 32}>
          {step.note}
        </text>
      )}
      {bar.done > 0 && (
        <rect x={bar.x} y={top} width={bar.done} height={layout.bar} rx="4" className="bar-1" />
      )}
      {bar.progress > 0 && (
        <rect
          x={bar.x + bar.done + (bar.done ? 1 : 0)}
          y={top}
          width={bar.progress}
          height={layout.bar}
          fill={fill}
          className="hatch-edge"
        />
      )}
      {inside && (
        <text x={bar.x + 10} y={middle} className="strong on-bar">
          {step.countWords}
        </text>
      )}
      <Beside {...{ bar, layout, top, middle, outside, above, after }} />
    </g>
  );
}

/** The words that stand beside the bar, above it where rows are stacked, or at its end where nothing else has room. */
function Beside({
  bar,
  layout,
  top,
  middle,
  outside,
  above,
  after,
}: {
  bar: ReturnType<typeof funnelBar>;
  layout: Layout;
  top: number;
  middle: number;
  outside: string;
  above: boolean;
  after: boolean;
}) {
  return (
    <>
      {above ? (
        <text x={layout.width - 2} y={top - 6} textAnchor="end" className="strong">
          {outside}
        </text>
      ) : (
        after && (
          <text x={bar.end + 7} y={middle} className="strong">
            {outside}
          </text>
        )
      )}
      {!layout.stacked && !above && !after && (
        <text x={bar.x + bar.done - 10} y={middle} textAnchor="end" className="strong on-bar">
          {outside}
        </text>
      )}
    </>
  );
}
