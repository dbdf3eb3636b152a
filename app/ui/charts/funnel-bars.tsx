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

/** Generous width of a bold letter at 13 px, in drawing units. */
const letter = 8.6;
const widthOf = (words: string): number => words.length * letter;

/** A label in the lines that fit the room, broken between words. */
function wrapLabel(label: string, room: number): string[] {
  return label.split(" ").reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    return last !== undefined && widthOf(longer) > room ? [...lines, word] : [...lines.slice(0, -1), longer];
  }, []);
}

/** A bar longer than this holds its count. */
const INSIDE = 64;
/** From one line of a label to the next. */
const LINE = 16;

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

/** What stands beside a bar: its count where the bar is too short for it, and its share. */
function wordsOf(step: FunnelStep, bar: FunnelBar, layout: Layout): string {
  if (bar.hidden) return step.countWords;
  const said = (share?: string) =>
    [bar.done > INSIDE ? "" : step.countWords, share].filter(Boolean).join(" · ");
  const long = said(step.shareWords);
  const isShort = layout.stacked || bar.end + 7 + widthOf(long) >= layout.width;
  return isShort ? said(step.shortShareWords ?? step.shareWords) : long;
}

function FunnelDrawing({
  steps,
  total,
  sentence,
  layout,
  className,
}: FunnelProps & { layout: Layout; className: string }) {
  const hatch = useHatch();
  const rows = steps.map((step) => {
    const bar = funnelBar(step, total, layout.width - layout.labelWidth - 6, layout.labelWidth);
    const words = wordsOf(step, bar, layout);
    const room = layout.stacked ? layout.width - widthOf(words) - 8 : layout.labelWidth - 4;
    return { step, bar, words, lines: wrapLabel(step.label, room) };
  });
  // Stacked rows give the longest label its lines; beside the bar two have room.
  const more = layout.stacked ? (Math.max(1, ...rows.map(({ lines }) => lines.length)) - 1) * LINE : 0;
  const height = layout.bar + layout.gap + more;
  return (
    <svg
      viewBox={`0 0 ${layout.width} ${steps.length * height + 6}`}
      role="img"
      aria-label={sentence}
      className={className}
    >
      <HatchPattern name={hatch.name} />
      {rows.map((row, index) => (
        <FunnelRow
          key={row.step.key}
          {...row}
          layout={layout}
          top={index * height + (layout.stacked ? 22 + more : 6)}
          fill={hatch.fill}
        />
      ))}
    </svg>
  );
}

type Row = { step: FunnelStep; bar: FunnelBar; words: string; lines: string[]; layout: Layout; top: number };

function FunnelRow({ step, bar, words, lines, layout, top, fill }: Row & { fill: string }) {
  const middle = top + layout.bar / 2 + 4.5;
  const first = layout.stacked ? top - 6 - (lines.length - 1) * LINE : top + 16;
  return (
    <g>
      {lines.map((line, index) => (
        <text key={line} x="0" y={first + index * LINE} className="strong">
          {line}
        </text>
      ))}
      {!layout.stacked && step.note && lines.length === 1 && (
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
      {bar.done > INSIDE && !bar.hidden && (
        <text x={bar.x + 10} y={middle} className="strong on-bar">
          {step.countWords}
        </text>
      )}
      {words !== "" && <Beside {...{ bar, words, layout, top, middle }} />}
    </g>
  );
}

type BesideProps = Pick<Row, "bar" | "words" | "layout" | "top"> & { middle: number };

/** The words of a bar: above it where rows are stacked, else after it, else at its end, on a plate where it is striped. */
function Beside({ bar, words, layout, top, middle }: BesideProps) {
  if (layout.stacked)
    return (
      <text x={layout.width - 2} y={top - 6} textAnchor="end" className="strong">
        {words}
      </text>
    );
  if (bar.end + 7 + widthOf(words) < layout.width)
    return (
      <text x={bar.end + 7} y={middle} className="strong">
        {words}
      </text>
    );
  if (bar.done > INSIDE + widthOf(words))
    return (
      <text x={bar.x + bar.done - 10} y={middle} textAnchor="end" className="strong on-bar">
        {words}
      </text>
    );
  const width = widthOf(words) + 12;
  return (
    <>
      <rect
        x={bar.end - 4 - width}
        y={top + 4}
        width={width}
        height={layout.bar - 8}
        rx="4"
        className="plate"
      />
      <text x={bar.end - 10} y={middle} textAnchor="end" className="strong">
        {words}
      </text>
    </>
  );
}
