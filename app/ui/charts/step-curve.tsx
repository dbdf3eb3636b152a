import {
  spreadLabels,
  stepBand,
  stepLine,
  stepScale,
  stepsUpTo,
  type Step,
  type StepScale,
} from "./step-geometry";
import type { Frame } from "./trend-geometry";

export type StepGroup = {
  key: string;
  name: string;
  /** "half by day 2" */
  note?: string;
  steps: readonly Step[];
  /** The last day this group was watched to; the curve ends there. */
  watched?: number;
};

export type StepCurveProps = {
  /** At most four; groups too small to show are left out by the caller and named in the text. */
  groups: readonly StepGroup[];
  days: number;
  dayMarks: readonly number[];
  axis: string;
  percentWords: (share: number) => string;
  /** The days of the promise, shaded from the start. */
  shade?: number;
  sentence: string;
};

/** Whole class names, so that Tailwind keeps them. */
const looks = [
  { band: "band band-1", line: "line line-1", leader: "leader line-1", name: "name name-1" },
  { band: "band band-2", line: "line line-2", leader: "leader line-2", name: "name name-2" },
  { band: "band band-3", line: "line line-3", leader: "leader line-3", name: "name name-3" },
  { band: "band band-4", line: "line line-4", leader: "leader line-4", name: "name name-4" },
];

const wide = { width: 600, height: 250, left: 44, right: 482, top: 12, bottom: 216 };
const narrow = { width: 300, height: 240, left: 42, right: 292, top: 12, bottom: 206 };

/** Kaplan–Meier (or cumulative incidence) as steps with bands, told apart by colour, line style and a label at the end. */
export function StepCurve(props: StepCurveProps) {
  return (
    <div className="chart-box">
      <StepDrawing {...props} frame={wide} className="chart chart-wide" beside />
      <StepDrawing {...props} frame={narrow} className="chart chart-narrow" />
    </div>
  );
}

function StepDrawing({
  groups,
  days,
  dayMarks,
  axis,
  percentWords,
  shade,
  sentence,
  frame,
  className,
  beside,
}: StepCurveProps & { frame: Frame; className: string; beside?: boolean }) {
  const scale = stepScale(days, frame);
  const drawn = groups
    .slice(0, 4)
    .map((group) => ({ group, steps: stepsUpTo(group.steps, days, group.watched) }));
  return (
    <svg
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={sentence}
      className={className}
    >
      <Axes {...{ scale, frame, dayMarks, axis, percentWords }} />
      {shade && (
        <rect
          x={frame.left}
          y={frame.top}
          width={scale.x(shade) - frame.left}
          height={frame.bottom - frame.top}
          className="shade"
        />
      )}
      {drawn.map(({ group, steps }, index) => (
        <path key={group.key} d={stepBand(steps, scale)} className={looks[index]?.band} />
      ))}
      {drawn.map(({ group, steps }, index) => (
        <path key={group.key} d={stepLine(steps, scale)} className={looks[index]?.line} />
      ))}
      <CurveNames drawn={drawn} scale={scale} frame={frame} beside={beside} />
    </svg>
  );
}

function Axes({
  scale,
  frame,
  dayMarks,
  axis,
  percentWords,
}: { scale: StepScale; frame: Frame } & Pick<StepCurveProps, "dayMarks" | "axis" | "percentWords">) {
  return (
    <>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <line
            x1={frame.left}
            x2={frame.right}
            y1={scale.y(share)}
            y2={scale.y(share)}
            className={share === 0.5 ? "grid-half" : "grid"}
          />
          <text x={frame.left - 7} y={scale.y(share) + 4} textAnchor="end">
            {percentWords(share)}
          </text>
        </g>
      ))}
      {dayMarks.map((day) => (
        <text key={day} x={scale.x(day)} y={frame.bottom + 17} textAnchor="middle">
          {day}
        </text>
      ))}
      <text x={frame.left} y={frame.bottom + 31}>
        {axis}
      </text>
    </>
  );
}

/** Names stand beside the ends on the wide drawing, and under the curves on the narrow one. */
function CurveNames({
  drawn,
  scale,
  frame,
  beside,
}: {
  drawn: { group: StepGroup; steps: Step[] }[];
  scale: StepScale;
  frame: Frame;
  beside?: boolean;
}) {
  const ends = drawn.map(({ steps }) => scale.y(steps.at(-1)?.share ?? 0));
  const places = beside
    ? spreadLabels(ends, 34, { ...frame, bottom: frame.bottom - 16 })
    : drawn.map((_, index) => frame.bottom - 8 - (drawn.length - 1 - index) * 17);
  return drawn.map(({ group }, index) => (
    <g key={group.key}>
      {beside && (
        <line
          x1={frame.right + 2}
          y1={ends[index]}
          x2={frame.right + 16}
          y2={(places[index] ?? 0) - 4}
          className={looks[index]?.leader}
        />
      )}
      {!beside && (
        <line
          x1={frame.right - 118}
          y1={(places[index] ?? 0) - 4}
          x2={frame.right - 96}
          y2={(places[index] ?? 0) - 4}
          className={looks[index]?.line}
        />
      )}
      <text x={beside ? frame.right + 20 : frame.right - 90} y={places[index]} className={looks[index]?.name}>
        {group.name}
      </text>
      {beside && group.note && (
        <text x={frame.right + 20} y={(places[index] ?? 0) + 15}>
          {group.note}
        </text>
      )}
    </g>
  ));
}
