import type { ChartPoint } from "./chart-point";
import { HatchPattern, useHatch } from "./hatch";
import { trendShape, type Frame } from "./trend-geometry";

export type TrendProps = {
  points: readonly ChartPoint[];
  /** y axis, bottom to top, and the words at its marks. */
  domain: readonly [number, number];
  marks: readonly { value: number; label: string }[];
  target?: number;
  /** A second series to compare with (the county as a whole): dashed, without a band. */
  compare?: readonly ChartPoint[];
  /** A day in the series: the index of a point, or between two of them, and its word. */
  mark?: { at: number; label: string };
  /** What the chart says, in one sentence: its name for people who do not see it. */
  sentence: string;
  /** Words in place of the drawing when nothing may be shown. */
  nothing: string;
};

const frames = {
  card: { width: 264, height: 84, left: 34, right: 256, top: 8, bottom: 66 },
  multiple: { width: 270, height: 128, left: 34, right: 260, top: 10, bottom: 104 },
  wide: { width: 600, height: 240, left: 40, right: 590, top: 12, bottom: 206 },
  narrow: { width: 300, height: 220, left: 38, right: 292, top: 12, bottom: 188 },
} satisfies Record<string, Frame>;

/** The small line of a goal card: result, 95 % range, target, and hatching where it is too early or too few. */
export function GoalSparkline(props: TrendProps) {
  return (
    <div className="chart-box">
      <TrendDrawing {...props} frame={frames.card} className="chart chart-card" />
    </div>
  );
}

/** One of many small charts with the same scale. */
export function SmallMultiple(props: TrendProps) {
  return <TrendDrawing {...props} frame={frames.multiple} className="chart" grid />;
}

/** The large drawing of "Look closer": one for wide screens, one for phones, so that text stays readable. */
export function GoalTrend(props: TrendProps) {
  return (
    <div className="chart-box">
      <TrendDrawing {...props} frame={frames.wide} className="chart chart-wide" grid />
      <TrendDrawing {...props} frame={frames.narrow} className="chart chart-narrow" grid />
    </div>
  );
}

function TrendDrawing({
  points,
  domain,
  marks,
  target,
  compare,
  mark,
  sentence,
  nothing,
  frame,
  className,
  grid,
}: TrendProps & { frame: Frame; className: string; grid?: boolean }) {
  const hatch = useHatch();
  const shape = trendShape(points, domain, frame);
  return (
    <svg
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={sentence}
      className={className}
    >
      <HatchPattern name={hatch.name} />
      {grid &&
        marks.map(({ value }) => (
          <line
            key={value}
            x1={frame.left}
            x2={frame.right}
            y1={shape.y(value)}
            y2={shape.y(value)}
            className="grid"
          />
        ))}
      <Lines {...{ shape, frame, target, compare, domain }} fill={hatch.fill} />
      {marks.map(({ value, label }) => (
        <text
          key={value}
          x={frame.left - 5}
          y={shape.y(value) + (grid ? 4 : value === domain[0] ? 0 : 8)}
          textAnchor="end"
        >
          {label}
        </text>
      ))}
      {mark && <DayMark mark={mark} frame={frame} shape={shape} />}
      <AxisWords points={points} frame={frame} shape={shape} />
      {!shape.last && <NothingToShow frame={frame} words={nothing} />}
    </svg>
  );
}

type Shape = ReturnType<typeof trendShape>;

/** Hatching, bands, target, lines and dots, from back to front. */
function Lines({
  shape,
  frame,
  target,
  compare,
  domain,
  fill,
}: Pick<TrendProps, "target" | "compare" | "domain"> & { shape: Shape; frame: Frame; fill: string }) {
  const other = compare && trendShape(compare, domain, frame);
  return (
    <>
      {shape.zones.map((zone) => (
        <rect
          key={zone.x}
          x={zone.x}
          y={frame.top}
          width={zone.width}
          height={frame.bottom - frame.top}
          fill={fill}
        />
      ))}
      {shape.bands.map((path) => (
        <path key={path} d={path} className="band band-1" />
      ))}
      {target !== undefined && (
        <line x1={frame.left} x2={frame.right} y1={shape.y(target)} y2={shape.y(target)} className="target" />
      )}
      {other?.lines.map((path) => (
        <path key={path} d={path} className="compare" />
      ))}
      {shape.lines.map((path) => (
        <path key={path} d={path} className="line line-1" />
      ))}
      {shape.dots.map((dot) => (
        <circle key={dot.x} cx={dot.x} cy={dot.y} r="3" className="dot-1" />
      ))}
      {shape.last && <circle cx={shape.last.x} cy={shape.last.y} r="4" className="dot-1 dot-last" />}
    </>
  );
}

/** The first label, and that of the last value shown. */
function AxisWords({ points, frame, shape }: { points: readonly ChartPoint[]; frame: Frame; shape: Shape }) {
  const lastShown = points.findLastIndex((point) => point.state === "shown");
  const end = lastShown > 0 ? lastShown : points.length - 1;
  const base = frame.bottom + (frame.height - frame.bottom) * 0.8;
  const edge = shape.x(end) > frame.right - 24;
  return (
    <>
      <text x={frame.left} y={base}>
        {points[0]?.label}
      </text>
      {end > 0 && (
        <text x={edge ? frame.right : shape.x(end)} y={base} textAnchor={edge ? "end" : "middle"}>
          {points[end]?.label}
        </text>
      )}
    </>
  );
}

/** A line over the day, its word on the side that has room. */
function DayMark({
  mark,
  frame,
  shape,
}: {
  mark: { at: number; label: string };
  frame: Frame;
  shape: Shape;
}) {
  const whole = Math.floor(mark.at);
  const next = Math.ceil(mark.at);
  const x = (shape.x(whole) + shape.x(next)) / 2;
  const isLeft = x < (frame.left + frame.right) / 2;
  return (
    <>
      <line x1={x} x2={x} y1={frame.top} y2={frame.bottom} className="day-mark" />
      <text
        x={isLeft ? x + 5 : x - 5}
        y={frame.top + 11}
        textAnchor={isLeft ? "start" : "end"}
        className="strong"
      >
        {mark.label}
      </text>
    </>
  );
}

function NothingToShow({ frame, words }: { frame: Frame; words: string }) {
  const middle = { x: (frame.left + frame.right) / 2, y: (frame.top + frame.bottom) / 2 };
  return (
    <>
      <rect
        x={frame.left + 14}
        y={middle.y - 13}
        width={frame.right - frame.left - 28}
        height="26"
        rx="4"
        className="plate"
      />
      <text x={middle.x} y={middle.y + 4.5} textAnchor="middle" className="strong">
        {words}
      </text>
    </>
  );
}
